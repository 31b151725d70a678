import {describe, expect, test} from 'vitest';
import {asciiGlyphs} from '../../source/canvas/glyphs.ts';
import {rowText} from '../../source/canvas/row.ts';
import {screenRows} from '../../source/commands/again/screen-rows.ts';
import {now} from '../../source/commands/now-line/now.ts';
import {type Draw, type LiveScreen, repaint} from '../../source/commands/run/live-screen.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {Activity} from '../../source/domain/session.ts';
import {activityWith} from '../helpers/activity-with.ts';
import {fakeNow, fakeSession, fakeSources} from '../helpers/fake-sources.ts';
import {type FakeRun, runFake} from '../helpers/run-fake.ts';

const marta = activityWith([fakeSession({})]);
const both = activityWith([fakeSession({}), fakeSession({sessionKey: '8', user: 'otto'})]);
const away = new AppError('unreachable', 'Tautulli does not answer.', {server: 'tautulli', hint: 'Start it.'});

/** Answers one after the other, then somebody ends it. */
const watching = async (answers: readonly (Activity | Error)[], given: FakeRun = {}) => {
	const end = new AbortController();
	let at = fakeNow;
	let next = 0;
	const sources = fakeSources({
		activity: async () => {
			const answer = answers[next];
			next += 1;
			if (answer instanceof Error || answer === undefined) throw answer;
			return answer;
		},
	});
	const pauses: number[] = [];
	const ended = await runFake(now, {
		open: sources,
		signal: end.signal,
		interruptedBy: () => 'SIGINT',
		now: () => at,
		pause: async seconds => {
			pauses.push(seconds);
			at += seconds;
			if (next === answers.length) end.abort();
		},
		...given,
		flags: {watch: true, ...given.flags},
	});
	return {...ended, pauses, closed: sources.closed()};
};

describe('to a pipe', () => {
	test('--json is a document a line, failures too', async () => {
		const {code, stdout, stderr, pauses, closed} = await watching([marta, away, away, both], {
			flags: {json: true, every: 10},
		});
		const lines = stdout.trimEnd().split('\n');
		expect(lines.map(line => JSON.parse(line))).toMatchObject([
			{asked_at: fakeNow, stream_count: 1},
			{asked_at: fakeNow + 10, error: {code: 'unreachable', server: 'tautulli'}, answered_at: fakeNow},
			{asked_at: fakeNow + 20, error: {code: 'unreachable'}, answered_at: fakeNow},
			{asked_at: fakeNow + 30, stream_count: 2},
		]);
		expect({code, pauses, closed}).toEqual({code: 130, pauses: [10, 10, 10, 10], closed: true});
		expect(stderr).toBe('tautop: Tautulli does not answer.\n  Start it.\n');
	});

	test('--plain and --csv are blocks, and a failure is none', async () => {
		const {stdout} = await watching([marta, away, both], {flags: {csv: true}});
		const blocks = stdout.split('\n\n').filter(Boolean);
		expect(blocks.map(block => block.trim().split('\n').length)).toEqual([2, 3]);
	});

	test('a screen reader hears a sentence when it is another one', async () => {
		const {stdout} = await watching([marta, marta, both], {tty: true, flags: {reader: true}});
		expect(stdout.split('\n').filter(text => /^\d stream/.test(text))).toEqual([
			'1 stream, 10.0 megabits a second.',
			'2 streams, 10.0 megabits a second.',
		]);
	});

	test('--line is a line when it changes', async () => {
		const {stdout} = await watching([marta, marta, away, both], {flags: {line: true, format: '{streams}'}});
		expect(stdout).toBe('1\n?\n2\n');
	});
});

test.each([
	[{markdown: true}, '--watch and --markdown exclude each other.'],
	[{at: '2026-11-21 21:10'}, '--watch and --at exclude each other.'],
	[{every: 0}, '--every must be a whole number, 1 or more.'],
	[{every: 100_000}, '--every must be 86400 or less.'],
])('%j is wrong', async (flags, sentence) => {
	const {code, stderr, opened} = await runFake(now, {flags: {watch: true, ...flags}});
	expect({code, opened}).toEqual({code: 2, opened: false});
	expect(stderr).toContain(sentence);
});

test('a wrong key and a bug end it', async () => {
	const refused = new AppError('unauthorized', 'Tautulli refuses the key.', {server: 'tautulli'});
	expect(await watching([marta, refused], {flags: {json: true}})).toMatchObject({code: 77, closed: true});
	expect(await watching([marta, new TypeError('no')], {flags: {json: true}})).toMatchObject({code: 1, closed: true});
});

describe('on a terminal', () => {
	/** A screen that remembers what it showed. */
	const fakeScreen = () => {
		const frames: string[][] = [];
		let closed = 0;
		const left = new AbortController();
		const screen: LiveScreen = {
			paint: (draw: Draw) => void frames.push([...draw({columns: 60, rows: 6})]),
			left: left.signal,
			close: () => {
				closed += 1;
			},
		};
		return {screen, frames, leave: () => left.abort(), closed: () => closed};
	};

	test('the last answer stays where there is none, with its time and why', async () => {
		const {screen, frames, closed} = fakeScreen();
		const {stdout} = await watching([marta, away, both], {tty: true, screen});
		expect(stdout).toBe('');
		expect(closed()).toBe(1);
		const [asking, first, second, third] = frames.map(frame => frame.join('\n'));
		expect(asking).toContain('Asking.');
		// In the server's zone, as everything below it; before anything was answered nobody knows that.
		expect(asking).toMatch(/^every 2 s: tautop now +q leaves\n/);
		expect(first).toMatch(/^every 2 s: tautop now +21:04:\d\d {2}q leaves\n\nNow playing/);
		expect(first).toContain('marta');
		expect(second).toContain('As of 21:04. Tautulli does not answer.');
		expect(second).toContain('marta');
		expect(third).not.toContain('As of');
		expect(third).toContain('otto');
	});

	test('whoever leaves by a key leaves with 0', async () => {
		const {screen, leave} = fakeScreen();
		const end = await watching([marta], {tty: true, screen, pause: async () => leave()});
		expect(end).toMatchObject({code: 0, closed: true});
	});

	test('what is said meanwhile comes when the screen is given back', async () => {
		const {screen, frames} = fakeScreen();
		const {stderr} = await watching([away, away], {tty: true, screen});
		expect(frames.at(-1)?.join('\n')).toContain('Tautulli does not answer.');
		expect(stderr).toBe('');
	});
});

test('rows that have no room are counted', () => {
	const zone = 'Europe/Prague';
	const frame = {width: 40, glyphs: asciiGlyphs, now: fakeNow, zone, zoneName: zone, commandFlags: ''};
	const rows = Array.from({length: 9}, (_, index) => [{text: `row ${index}`}]);
	const watched = {command: 'now', every: 2, rows, answeredAt: fakeNow, trouble: null};
	const shown = screenRows(watched, frame, 5).map(rowText);
	expect(shown.slice(2)).toEqual(['row 0', 'row 1', '7 more v']);
	expect(screenRows(watched, frame, 11)).toHaveLength(11);
});

test('only lines that differ are written', () => {
	expect(repaint(['a', 'b'], ['a', 'b'])).toBe('');
	expect(repaint(['a', 'b', 'c'], ['a', 'x'])).toBe(
		'\u001B[?2026h\u001B[2;1H\u001B[Kx\u001B[3;1H\u001B[K\u001B[?2026l',
	);
});
