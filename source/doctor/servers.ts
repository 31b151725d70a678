import {clockDifference} from '../canvas/clock-difference.ts';
import type {ServerConfig} from '../config/config.ts';
import {AppError, type ServerName, serverTitles} from '../domain/app-error.ts';
import {formatSpan} from '../domain/duration.ts';
import {connectOnce, lookAtCertificate, type ReachOptions, resolveName, type ShownCertificate} from '../http/reach.ts';
import type {Clients} from '../open/clients.ts';
import {believedAhead} from '../open/server-now.ts';
import {type Finding, type Placed, type SectionId, warning, well, wrong} from './finding.ts';
import {type Look, takeSteps} from './look.ts';

/** What a server says of itself once it takes the key. */
export type Said = {readonly version: string; readonly ms: number; readonly more: readonly Finding[]};

/** What is looked at of one server. */
export type ServerLook = {
	readonly server: ServerName;
	readonly config: ServerConfig;
	/** How long its answers may take. */
	readonly seconds: number;
	/** Throws `unauthorized` for a key that is refused: then it is the API that answers. */
	readonly ask: (signal: AbortSignal) => Promise<Said>;
	readonly aheadSeconds: Clients['aheadSeconds'];
	/** Unix seconds. */
	readonly now: () => number;
};

const timed = async <Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> => {
	const begun = performance.now();
	const result = await work();
	return [result, Math.round(performance.now() - begun)];
};

/** A certificate that ends so soon should have been renewed by itself. */
const soonDays = 14;

const certificateFinding = (shown: ShownCertificate, {server, config, now}: ServerLook, ms: number): Finding => {
	const name = 'certificate';
	const names = shown.names.slice(0, 3).join(', ');
	const left = shown.until === null ? null : shown.until - now();
	const days = left === null ? '' : left < 0 ? ', has expired' : `, ${formatSpan(left)} left`;
	const text = `for ${names === '' ? 'no name' : names}${days}`;
	if (!config.verifyTls) {
		const remedy = `Name its file in ${server}.ca_file, and remove ${server}.verify_tls: false.`;
		return warning(name, `${text}; it is not checked`, remedy);
	}
	if (shown.trouble) {
		const error = shown.trouble.toJSON();
		return {...wrong(name, error), text: `${error.message} It is ${text}.`};
	}
	if (left !== null && left < soonDays * 86_400) return warning(name, text, 'Renew it.');
	return well(name, text, ms);
};

const keyName: Readonly<Record<ServerName, string>> = {tautulli: 'key', plex: 'token'};

const clockFindings = (server: ServerName, ahead: number | null): Finding[] => {
	if (ahead === null) return [];
	const words = clockDifference(ahead);
	if (words === null) return [well('clock', `agrees with this machine’s, ${Math.abs(ahead)} s apart`)];
	const remedy = 'Set the clock that is wrong; a time service (NTP) keeps it right.';
	if (server === 'plex' || believedAhead(ahead) !== null) return [warning('clock', words, remedy)];
	const message = `The clocks are too far apart to count anything: ${words}.`;
	return [wrong('clock', new AppError('bad-answer', message, {hint: remedy, server}).toJSON())];
};

const apiFindings = async (
	{server, ask, aheadSeconds}: ServerLook,
	signal: AbortSignal,
): Promise<readonly Finding[]> => {
	const title = serverTitles[server];
	try {
		const {version, ms, more} = await ask(signal);
		return [
			well('API', `${title} answers`, ms),
			well(keyName[server], 'accepted'),
			well('version', version === '' ? 'unknown' : version),
			...more,
			...clockFindings(server, aheadSeconds(server)),
		];
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
		const isKey = error.code === 'unauthorized';
		return [
			...(isKey ? [well('API', `${title} answers`)] : []),
			wrong(isKey ? keyName[server] : 'API', error.toJSON()),
			...clockFindings(server, aheadSeconds(server)),
		];
	}
};

const stepsOf = (looked: ServerLook): Look[] => {
	const {server: section, config, seconds: patience} = looked;
	const {baseUrl, verifyTls, caFile} = config;
	const options: ReachOptions = {server: section, baseUrl, verifyTls, caFile: caFile ?? undefined};
	const step = (name: string, seconds: number, look: Look['look']): Look => {
		const hint = 'Is the machine on, and does a firewall let this through?';
		const late = new AppError('timeout', `This took longer than ${seconds} s.`, {hint, server: section});
		return {section, name, seconds, late, look};
	};
	return [
		step('address', 1, () => [well('address', baseUrl)]),
		step('name', 10, async () => {
			const [addresses, ms] = await timed(() => resolveName(options));
			return [well('name', `resolves to ${addresses.slice(0, 3).join(', ')}`, ms)];
		}),
		step('connection', 10, async signal => {
			const [address, ms] = await timed(() => connectOnce(options, signal));
			return [well('connection', `open to ${address}`, ms)];
		}),
		...(baseUrl.startsWith('https:')
			? [
					step('certificate', 10, async signal => {
						const [shown, ms] = await timed(() => lookAtCertificate(options, signal));
						return [certificateFinding(shown, looked, ms)];
					}),
				]
			: []),
		step('API', patience, signal => apiFindings(looked, signal)),
	];
};

/** One server, step by step: name, connection, certificate, API, key, version, clock. Ends with the first that is wrong. */
export const lookAtServer = (looked: ServerLook, signal: AbortSignal): Promise<Placed[]> =>
	takeSteps(stepsOf(looked), signal);

/** A server that is not asked. */
export const notAsked = (section: SectionId, text: string): Placed[] => [{...well('server', text), section}];
