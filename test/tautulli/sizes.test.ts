import {expect, onTestFinished, test} from 'vitest';
import {createTransport} from '../../source/http/transport.ts';
import type {TautulliClient} from '../../source/tautulli/client.ts';
import {createTautulli} from '../../source/tautulli/create.ts';
import type {HistoryMirrorClient} from '../../source/tautulli/mirror-client.ts';
import {failureOf} from '../helpers/errors.ts';
import {startFaultServer} from '../helpers/fault-server.ts';
import {answer} from '../helpers/faults.ts';
import {apiKey} from './recorded.ts';

const megabyte = 1024 * 1024;

/** A Tautulli that answers everything with these data. */
const clientOf = async (data: string): Promise<TautulliClient & HistoryMirrorClient> => {
	const server = await startFaultServer(answer(200, `{"response":{"result":"success","data":${data}}}`));
	const transport = createTransport({server: 'tautulli', baseUrl: server.url, timeoutSeconds: 60});
	onTestFinished(async () => {
		await transport.close();
		await server.close();
	});
	return createTautulli({transport, apiKey, grouping: true});
};

const sizes = [1, 12, 30] as const;
const shapes = [
	['empty objects', (bytes: number) => `[${'{},'.repeat(bytes / 3)}{}]`],
	['empty lists', (bytes: number) => `[${'[],'.repeat(bytes / 3)}[]]`],
	['numbers', (bytes: number) => `[${'0,'.repeat(bytes / 2)}0]`],
	['lists in lists', (bytes: number) => `${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}`],
] as const;

const cases = sizes.flatMap(size => shapes.map(([name, make]) => [size, name, make] as const));

test.each(cases)('%i MB of %s is never made into objects', async (size, _, make) => {
	const client = await clientOf(`{"sessions":${make(size * megabyte)}}`);
	const {code, message} = await failureOf(client.getActivity());
	expect(code).toBe('bad-answer');
	expect(message).toContain('more than an answer can hold');
});

test('one text of 30 MB is too large, wherever it stands', async () => {
	const client = await clientOf(`"${'x'.repeat(30 * megabyte)}"`);
	const graph = {days: 30, yAxis: 'plays'} as const;
	const questions = [
		() => client.getActivity(),
		() => client.getPlaysByDate(graph),
		() => client.getUsers(),
		() => client.getHistoryWindow({start: 0, length: 25}),
	];
	for (const ask of questions) {
		const failed = await failureOf(ask());
		expect(failed.message).toMatch(/more than an answer can hold/);
	}
});

const session = Array.from({length: 250}, (_, index) => `"field_${index}":"a, \\"b\\" [c] {d}"`).join(',');

test('five hundred streams are not too many', async () => {
	const client = await clientOf(`{"sessions":[${Array.from({length: 500}, () => `{${session}}`).join(',')}]}`);
	// They lack what a session has, which is found only after they were read.
	expect((await failureOf(client.getActivity())).message).toContain('get_activity');
});
