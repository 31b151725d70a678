import type {Answer, Transport, Verdict} from '../http/contract.ts';
import {judge} from './judge.ts';

/** What Tautulli says to whoever shows no key, or a wrong one: it is there. */
const asksForKey = ({text}: Answer): boolean =>
	text.length < 10_000 && /"message":\s*"(?:Invalid apikey|Parameter apikey is required)/.test(text);

const judgeKnock = (transport: Transport, answer: Answer): Verdict =>
	asksForKey(answer) ? {standing: 'up', data: null} : judge(transport, 'get_tautulli_info', answer);

/** Is there a Tautulli, with its API at this address? Asks without a key; throws what is there instead. */
export const knockTautulli = async (transport: Transport, signal?: AbortSignal): Promise<void> => {
	await transport.send({
		method: 'POST',
		path: '/api/v2',
		name: 'knock',
		form: {cmd: 'get_tautulli_info'},
		judge: answer => judgeKnock(transport, answer),
		retries: 0,
		signal,
	});
};
