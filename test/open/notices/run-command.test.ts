import {ChildProcess} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Notice} from '../../../source/domain/notices.ts';
import {noticeJson, runCommand} from '../../../source/open/notices/run-command.ts';
import {createRunner} from '../../../source/open/notices/runner.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'tautop-notices-'));
});
afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
	vi.unstubAllEnvs();
});

const notice: Notice = {
	kind: 'buffering',
	back: false,
	text: '$(touch broken) `id` "; lena buffers',
	who: 'lena',
	server: 'lisbon',
	at: 1_795_000_000,
	values: {user: 'lena', title: 'The Long Winter', seconds: 30},
};

const never = new AbortController().signal;
const node = process.execPath;

test('it reads one line of JSON, in the folder of the configuration, and no part of it is run', async () => {
	const ran = await runCommand({line: 'cat > got && ls', folder}, notice, never);
	expect(ran).toEqual({trouble: null, output: 'got'});
	const got = readFileSync(path.join(folder, 'got'), 'utf8');
	expect(got).toBe(noticeJson(notice));
	expect(JSON.parse(got)).toEqual({
		kind: 'buffering',
		back: false,
		text: 'lisbon: $(touch broken) `id` "; lena buffers',
		server: 'lisbon',
		at: 1_795_000_000,
		values: {user: 'lena', title: 'The Long Winter', seconds: 30},
	});
});

test('a list is no shell, and nothing is added to it', async () => {
	const line = [node, '-p', 'process.argv.slice(1).join()', '$HOME;x'] as const;
	expect(await runCommand({line, folder}, notice, never)).toEqual({trouble: null, output: '$HOME;x'});
});

test('it has no secret in its environment', async () => {
	vi.stubEnv('HSH_TAUTULLI_API_KEY', 'canary');
	vi.stubEnv('HSH_PLEX_TOKEN_FILE', 'canary');
	const {output} = await runCommand({line: 'env', folder}, notice, never);
	expect(output).toContain('PATH=');
	expect(output).not.toContain('canary');
});

test.each([
	['echo no >&2; exit 3', {trouble: 'ended with 3', output: 'no'}],
	['kill -9 $$', {trouble: 'was ended by SIGKILL', output: ''}],
	['exec <&-; exit 0', {trouble: null, output: ''}],
	['printf "\\033]0;x\\007red"', {trouble: null, output: 'red'}],
])('%s', async (line, ran) => {
	expect(await runCommand({line, folder}, notice, never)).toEqual(ran);
});

test('a program that is not there is said so', async () => {
	const {trouble} = await runCommand({line: ['tautop-no-such-program'], folder}, notice, never);
	expect(trouble).toBe('is not there, or its folder is not');
});

test('what cannot be started for a reason that Node throws is said too', async () => {
	const {trouble} = await runCommand({line: [path.join(node, 'x')], folder}, notice, never);
	expect(trouble).toBe('did not start: spawn ENOTDIR');
});

test('without pipes it is an error that is said', async () => {
	const start = (): ChildProcess => {
		const child = new ChildProcess();
		setImmediate(() => child.emit('error', new Error('spawn EMFILE')));
		return child;
	};
	expect(await runCommand({line: 'true', folder}, notice, never, 30_000, start)).toEqual({
		trouble: 'did not start: spawn EMFILE',
		output: '',
	});
});

test('one that hangs is ended with all that it has started', async () => {
	const {trouble} = await runCommand({line: 'sleep 600 & sleep 600', folder}, notice, never, 50);
	expect(trouble).toMatch(/^did not end within/);
});

test('with tautop it ends too', async () => {
	const stopping = new AbortController();
	const ran = runCommand({line: 'sleep 600', folder}, notice, stopping.signal);
	stopping.abort();
	expect(await ran).toEqual({trouble: 'was ended with tautop', output: ''});
});

test('two of a kind are run one after the other, others at once; too many are left out, and told', async () => {
	const begun: string[] = [];
	const ends: (() => void)[] = [];
	const logged: (string | null)[] = [];
	const told: string[] = [];
	const runner = createRunner({
		command: {line: 'x', folder},
		log: {failed: () => undefined, ran: ({trouble}) => logged.push(trouble)},
		tell: sentence => told.push(sentence),
		start: async (_, {text}) => {
			begun.push(text);
			await new Promise<void>(resolve => ends.push(resolve));
			return {trouble: text === 'b' ? 'ended with 7' : null, output: ''};
		},
	});
	const give = (kind: Notice['kind'], text: string): void => runner.run({...notice, kind, text});
	const endOne = async (): Promise<void> => {
		ends.shift()?.();
		await vi.waitFor(() => expect(ends).not.toHaveLength(0));
	};
	give('wan', 'a');
	give('wan', 'b');
	give('lost', 'c');
	await vi.waitFor(() => expect(begun).toEqual(['a', 'c']));
	ends.shift()?.();
	await vi.waitFor(() => expect(begun).toEqual(['a', 'c', 'b']));
	for (const text of ['d', 'e', 'f', 'g', 'h']) give('wan', text);
	expect(logged).toEqual([null, 'was not run: those before it have not ended']);
	await endOne();
	ends.shift()?.();
	await vi.waitFor(() => expect(told).toEqual(['The command of notices.run ended with 7; the log has what it said.']));
	runner.stop();
});

test('one that cannot be given holds up none after it', async () => {
	const failed: unknown[] = [];
	const begun: string[] = [];
	const runner = createRunner({
		command: {line: 'x', folder},
		log: {failed: (_, error) => failed.push(error), ran: () => undefined},
		tell: () => undefined,
		start: async (_, {text}) => {
			begun.push(text);
			throw new Error(text);
		},
	});
	const texts = ['a', 'b', 'c', 'd', 'e'];
	for (const text of texts) runner.run({...notice, text});
	await vi.waitFor(() => expect(failed).toEqual(texts.map(text => new Error(text))));
	runner.run({...notice, text: 'f'});
	await vi.waitFor(() => expect(begun).toEqual([...texts, 'f']));
	runner.stop();
});
