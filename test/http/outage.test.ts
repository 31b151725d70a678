import {expect, onTestFinished, test} from 'vitest';
import type {RequestRecord, TransportOptions} from '../../source/http/contract.ts';
import {createTransport} from '../../source/http/transport.ts';
import {createPlex} from '../../source/plex/create.ts';
import {plexHeaders} from '../../source/plex/headers.ts';
import {createTautulli} from '../../source/tautulli/create.ts';
import {refusedUrl, startFaultServer} from '../helpers/fault-server.ts';
import {answer, hangUp, loginPage, proxyPage, silence, status} from '../helpers/faults.ts';
import {recorded} from '../helpers/scripted-tautulli.ts';

const apiKey = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const movies = {sectionId: '1', uuid: 'u', name: 'Films', type: 'movie'};

/** What panes, pings, the mirror and a run ask of Tautulli. */
const tautulliQuestions = (options: TransportOptions) => {
	const transport = createTransport({...options, server: 'tautulli'});
	const client = createTautulli({transport, apiKey, grouping: true});
	const graph = {days: 30, yAxis: 'plays'} as const;
	return {
		transport,
		questions: [
			() => client.ping(null),
			client.getActivity,
			() => client.getPlaysByHourOfDay(graph),
			() => client.getPlaysByStreamType(graph),
			() => client.getResolutions({days: 30, measure: 'plays', users: []}),
			() => client.probeHistory([]),
			client.getMachineIdentifier,
			() => client.getItemStats({ratingKey: '7', days: [30]}),
		].map(ask => (): Promise<unknown> => ask()),
	};
};

const plexQuestions = (options: TransportOptions) => {
	const headers = plexHeaders({token: 'canary-token-0123456789', clientIdentifier: 'test', version: '0'});
	const transport = createTransport({...options, server: 'plex', headers});
	const client = createPlex({transport});
	return {
		transport,
		questions: [
			client.ping,
			client.getSections,
			() => client.getCollections(movies),
			() => client.getMembers('11'),
			() => client.getMembers('12'),
			() => client.getPromotions('1'),
		].map(ask => (): Promise<unknown> => ask()),
	};
};

type Side = typeof tautulliQuestions | typeof plexQuestions;

/** Asks everything every second of a fake clock, as impatient as nobody is; returns the requests that went out. */
const requestsIn = async (
	seconds: number,
	baseUrl: string,
	side: Side,
	timeoutSeconds = 30,
): Promise<RequestRecord[]> => {
	let now = 0;
	const requests: RequestRecord[] = [];
	const {transport, questions} = side({
		server: 'tautulli',
		baseUrl,
		timeoutSeconds,
		pause: async () => {},
		clock: () => now,
		hear: {request: record => void requests.push(record), failed: () => undefined},
	});
	onTestFinished(transport.close);
	for (let second = 0; second < seconds; second++) {
		now = second * 1000;
		const ended = await Promise.allSettled(questions.map(ask => ask()));
		expect(ended.filter(({status: how}) => how === 'fulfilled')).toEqual([]);
	}
	return requests;
};

const maintenance = answer(503, '<Response code="503" title="Maintenance" status="busy"/>', {
	'content-type': 'text/xml',
});
const sides = [
	['Tautulli', tautulliQuestions],
	['Plex', plexQuestions],
] as const;
const outages = [
	['503', proxyPage(503)],
	['503 without a body', status(503)],
	['500', status(500)],
	['429', status(429)],
	['a login page', loginPage],
	['hanging', silence],
	['closing the connection', hangUp],
	['JSON of somebody else', answer(200, 'null')],
	['a redirect', answer(302, '', {location: '/login'})],
	['maintenance', maintenance],
] as const;

const cases = sides.flatMap(([name, side]) => outages.map(([what, fault]) => [name, what, side, fault] as const));

test.each(cases)('%s, %s: at most 12 requests in five minutes', async (_name, _what, side, fault) => {
	const server = await startFaultServer(fault);
	onTestFinished(server.close);
	// A hang is long enough for whoever is sure not to be answered.
	const requests = await requestsIn(300, server.url, side, fault === silence ? 0.1 : undefined);
	expect(requests.length).toBeGreaterThan(5);
	expect(requests.length).toBeLessThanOrEqual(12);
	expect(server.requests.length).toBeLessThanOrEqual(12);
});

test.each(sides)('%s, refused: at most 12 tries to connect in five minutes', async (_, side) => {
	const requests = await requestsIn(300, await refusedUrl(), side);
	expect(requests.length).toBeGreaterThan(5);
	expect(requests.length).toBeLessThanOrEqual(12);
});

test('Tautulli that refuses the key is asked no more', async () => {
	const server = await startFaultServer(recorded('error--wrong-apikey'));
	onTestFinished(server.close);
	expect((await requestsIn(300, server.url, tautulliQuestions)).length).toBeLessThanOrEqual(2);
});

test('Plex that refuses the token is asked no more', async () => {
	const server = await startFaultServer(answer(401, '<html><title>Unauthorized</title></html>'));
	onTestFinished(server.close);
	expect((await requestsIn(300, server.url, plexQuestions)).length).toBeLessThanOrEqual(2);
});
