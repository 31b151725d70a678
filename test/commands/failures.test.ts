import {expect, test} from 'vitest';
import type {Command} from '../../source/commands/command.ts';
import {AppError, type ErrorCode} from '../../source/domain/app-error.ts';
import {allAnswers} from '../../source/questions/answers.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {answering as commands} from '../helpers/answering.ts';
import {fakeSettings, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

/** These tell in what they print what has failed, `watch` in lines. */
const telling = ['ping', 'collect', 'status', 'metrics', 'watch'];
const quiet = commands.filter(({name}) => !telling.includes(name));
const argsOf = ({usage}: Command): string[] => {
	if (usage === '' || usage.startsWith('[')) return [];
	if (usage === 'FILE') return ['copy.db'];
	return [usage === 'DATE' ? '2026-11-22' : '1023'];
};

/** Every question and order fails, but for that about the configuration. */
const failing = (error: unknown): Partial<Sources> => {
	const {settings: _, ...all} = allAnswers(async () => {
		throw error;
	});
	return all;
};

const faults: [ErrorCode, number][] = [
	['unreachable', 69],
	['timeout', 69],
	['server-error', 69],
	['bad-answer', 69],
	['unauthorized', 77],
	['store', 1],
];

test.each(quiet)('$name: stdout stays empty on every failure, and the sources are closed', async command => {
	for (const [code, exit] of faults) {
		for (const tty of [false, true]) {
			const open = fakeSources(failing(new AppError(code, 'No answer.', {server: 'plex', hint: 'Look there.'})));
			const end = await runFake(command, {args: argsOf(command), flags: {json: !tty}, tty, open});
			expect({...end, closed: open.closed()}).toEqual({
				code: exit,
				stdout: '',
				stderr: 'tautop: No answer.\n  Look there.\n',
				opened: true,
				closed: true,
			});
		}
	}
});

test.each(commands)('$name: a wrong configuration is 78', async command => {
	const open = new AppError('config', 'config.yaml:3:5: base_url must be an address.');
	const {code, stderr} = await runFake(command, {args: argsOf(command), open});
	expect({code, stderr}).toEqual({code: 78, stderr: 'tautop: config.yaml:3:5: base_url must be an address.\n'});
});

test('a bug is 1 and says so', async () => {
	const [command] = quiet;
	if (!command) throw new Error('no commands');
	const {code, stderr} = await runFake(command, {open: fakeSources(failing(new TypeError('x is not a function')))});
	expect(code).toBe(1);
	expect(stderr).toContain('This is a bug in tautop: x is not a function');
});

test('warnings of the configuration go to stderr', async () => {
	const [command] = quiet;
	if (!command) throw new Error('no commands');
	const settings = {
		...fakeSettings,
		warnings: ['config.yaml:2:3: there is no key tautulli.api_kee; did you mean api_key?'],
	};
	const end = await runFake(command, {flags: {json: true}, open: fakeSources({settings: async () => settings})});
	expect(end.stderr).toBe('tautop: config.yaml:2:3: there is no key tautulli.api_kee; did you mean api_key?\n');
	expect(() => JSON.parse(end.stdout)).not.toThrow();
});

test('a collection that no snapshot knows is not found, with nothing on stdout', async () => {
	const collections = commands.find(({name}) => name === 'collections');
	if (!collections) throw new Error('no command');
	const board: Sources['board'] = async () => ({days: 30, rows: [], hasMovement: false, collectedAt: 5});
	const end = await runFake(collections, {args: ['Nope'], flags: {json: true}, open: fakeSources({board})});
	expect({code: end.code, stdout: end.stdout}).toEqual({code: 1, stdout: ''});
	expect(end.stderr).toContain('called “Nope”');
});
