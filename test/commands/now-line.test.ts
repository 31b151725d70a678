import {describe, expect, test} from 'vitest';
import {documentFlags, outputFlags} from '../../source/commands/line/flags.ts';
import {fillLine, lineFields} from '../../source/commands/now-line/format.ts';
import {now} from '../../source/commands/now-line/now.ts';
import {AppError} from '../../source/domain/app-error.ts';
import {activityWith} from '../helpers/activity-with.ts';
import {fakeSession, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

const activity = activityWith([
	fakeSession({}),
	fakeSession({sessionKey: '8', state: 'paused', transcodeDecision: 'transcode'}),
	fakeSession({sessionKey: '9', userId: 2, user: 'otto', state: 'buffering', transcodeDecision: 'copy'}),
]);

const away = new AppError('unreachable', 'Tautulli does not answer.', {server: 'tautulli'});

const line = (flags: Record<string, string | boolean>, answer = activity) =>
	runFake(now, {open: fakeSources({activity: async () => answer}), flags: {line: true, ...flags}});

test('every field', () => {
	const format = Object.keys(lineFields)
		.map(name => `${name}={${name}}`)
		.join(' ');
	expect(fillLine(format, {activity, uploadMbps: 40, server: 'attic'})).toBe(
		'streams=3 transcodes=1 copied=1 direct=1 paused=1 buffering=1 users=2 mbps=10.0 wan=? lan=4.0 limit=40 server=attic',
	);
	expect(fillLine('{{{streams}}} {limit}{server}', {activity, uploadMbps: null, server: null})).toBe('{3} ?');
});

test('one line, with and without a format', async () => {
	expect(await line({})).toEqual({code: 0, stdout: '▶ 3  T 1  10.0 Mb/s\n', stderr: '', opened: true});
	expect(await line({format: '{streams}/{transcodes}'})).toMatchObject({code: 0, stdout: '3/1\n'});
});

test('--idle stands where nobody watches, an empty text too', async () => {
	const nobody = activityWith([]);
	expect(await line({format: '{streams}'}, nobody)).toMatchObject({code: 0, stdout: '0\n'});
	expect(await line({format: '{streams}', idle: 'quiet'}, nobody)).toMatchObject({code: 0, stdout: 'quiet\n'});
	expect(await line({format: '{streams}', idle: ''}, nobody)).toMatchObject({code: 0, stdout: '\n'});
	expect(await line({idle: ''})).toMatchObject({stdout: '▶ 3  T 1  10.0 Mb/s\n'});
});

describe('what is not known', () => {
	test('is a question mark with the code of why, never 0', async () => {
		const open = fakeSources({activity: () => Promise.reject(away)});
		expect(await runFake(now, {open, flags: {line: true, idle: ''}})).toMatchObject({
			code: 69,
			stdout: '?\n',
			stderr: 'tautop: Tautulli does not answer.\n',
		});
		const wrong = new AppError('config', 'config.yaml:1:1: it is no mapping.');
		expect(await runFake(now, {open: wrong, flags: {line: true}})).toMatchObject({code: 78, stdout: '?\n'});
	});

	test('a field that there is not is told before anything is asked', async () => {
		expect(await line({format: '{strems}'})).toEqual({
			code: 2,
			stdout: '',
			stderr: 'tautop: There is no field {strems}.\n  Did you mean {streams}?\n',
			opened: false,
		});
	});
});

test.each([...outputFlags, ...documentFlags])('one line is no other way to print: $name', async ({name}) => {
	const {code, stderr, opened} = await runFake(now, {flags: {line: true, [name]: true}});
	expect({code, opened}).toEqual({code: 2, opened: false});
	expect(stderr).toContain(`--line and --${name} exclude each other.`);
});

test.each([
	[{line: true, at: 'yesterday'}, '--line and --at exclude each other.'],
	[{format: '{streams}'}, '--format needs --line.'],
	[{idle: ''}, '--idle needs --line.'],
	[{every: 3}, '--every needs --watch.'],
])('%j is wrong', async (flags, sentence) => {
	const {code, stderr, opened} = await runFake(now, {flags});
	expect({code, opened}).toEqual({code: 2, opened: false});
	expect(stderr).toContain(sentence);
});
