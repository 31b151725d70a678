import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {createTransport} from '../../source/http/transport.ts';
import type {TautulliClient} from '../../source/tautulli/client.ts';
import {createTautulli} from '../../source/tautulli/create.ts';
import type {HistoryMirrorClient} from '../../source/tautulli/mirror-client.ts';
import {type Heard, type Loopback, sendJson, sendText, startLoopback} from '../helpers/loopback.ts';

/** An answer as a real Tautulli 2.17.2 sent it. */
export type Recording = {
	readonly request: Readonly<Record<string, unknown>>;
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	// The wire is whatever it is: tests look into it as plain JSON.
	readonly body: unknown;
};

/** History of 2,004 plays, none at all, or one with rows that no Tautulli of today writes. */
export type Dataset = 'small' | 'empty' | 'dirty';

const folder = path.join(import.meta.dirname, '..', 'fixtures', 'tautulli');

export const apiKey = 'canary0123456789abcdef0123456789';

export const recordingNames = (dataset: Dataset): string[] =>
	readdirSync(path.join(folder, dataset)).map(file => path.basename(file, '.json'));

export const readRecording = (dataset: Dataset, name: string): Recording =>
	JSON.parse(readFileSync(path.join(folder, dataset, `${name}.json`), 'utf8'));

/** What a test gives for a command: a recording, or its own data for a successful envelope. */
export type Script = Readonly<Record<string, Recording | {readonly data: unknown} | ((heard: Heard) => unknown)>>;

const isRecording = (entry: Script[string]): entry is Recording => 'status' in entry;

/** The inside of an envelope, as Tautulli wraps it. */
export const success = (data: unknown) => ({response: {result: 'success', message: null, data}});

/** A client on a loopback server that answers each command as scripted; `*` answers those that are not named. */
export const startTautulli = async (
	script: Script,
	options: {grouping?: boolean; prefix?: string} = {},
): Promise<{
	client: TautulliClient & HistoryMirrorClient;
	server: Loopback;
	commands: () => string[];
	odds: string[];
}> => {
	const server = await startLoopback((heard, response) => {
		const entry = script[heard.form.cmd ?? ''] ?? script['*'];
		if (entry === undefined) return sendText(response, 'text/plain', 'not scripted', 418);
		if (typeof entry === 'function') return sendJson(response, success(entry(heard)));
		if (!isRecording(entry)) return sendJson(response, success(entry.data));
		const type = entry.headers['content-type'] ?? '';
		return sendText(
			response,
			type,
			typeof entry.body === 'string' ? entry.body : JSON.stringify(entry.body),
			entry.status,
		);
	});
	const transport = createTransport({
		server: 'tautulli',
		baseUrl: `${server.url}${options.prefix ?? ''}`,
		timeoutSeconds: 5,
		pause: async () => {},
	});
	onTestFinished(() => transport.close());
	const odds: string[] = [];
	const client = createTautulli({
		transport,
		apiKey,
		grouping: options.grouping ?? true,
		odd: sentence => odds.push(sentence),
	});
	return {client, server, odds, commands: () => server.heard.map(({form}) => form.cmd ?? '')};
};
