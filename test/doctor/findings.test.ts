import {describe, expect, test} from 'vitest';
import {textWidth} from '../../source/canvas/widths.ts';
import {scheduleFinding} from '../../source/doctor/configuration.ts';
import {engineFinding} from '../../source/doctor/engine.ts';
import {libraryFindings} from '../../source/doctor/examine-servers.ts';
import {auditFindings, mirrorFindings, type ZoneInput, zoneFindings} from '../../source/doctor/history.ts';
import {measureWidths, signs, widthFindings} from '../../source/doctor/ruler.ts';
import {terminalFindings, tmuxFindings} from '../../source/doctor/terminal.ts';
import type {MirrorState} from '../../source/domain/plays/mirror.ts';

const now = 1_768_478_400;

const whole: MirrorState = {
	serverId: 1,
	machineIdentifier: 'm',
	plays: 2000,
	complete: true,
	newestStop: now - 60,
	syncedAt: now - 120,
	comparedAt: now - 3600,
	hiddenRows: 3,
};

describe('the mirror against the probe', () => {
	test.each([
		['equal', whole, 2003, 'well', '2000 rows, Tautulli has 2003 rows; synced 2 min ago'],
		['away', whole, null, 'well', '2000 rows; synced 2 min ago'],
		['behind', whole, 2004, 'warning', '2000 rows, Tautulli has 2004 rows; synced 2 min ago; 1 row behind'],
		['ahead', whole, 2000, 'warning', '2000 rows, Tautulli has 2000 rows; synced 2 min ago; 3 rows too many'],
		[
			'not complete',
			{...whole, complete: false, plays: 1, syncedAt: null},
			2003,
			'warning',
			'1 row, Tautulli has 2003 rows; never synced; older plays are still missing',
		],
		['nothing yet', null, 5, 'well', 'nothing yet, Tautulli has 5 rows; `tautop sync` reads it'],
	])('%s', (_, mirror, total, state, text) => {
		expect(mirrorFindings(mirror, total, now)).toMatchObject([{name: 'local copy', state, text}]);
	});
});

test('the last comparison, and the last number that differed', () => {
	const differed = {at: now - 7200, kind: 'audit', text: 'A number differs: 5 and 6.'} as const;
	const states = (mirror: MirrorState | null, lastDifference: typeof differed | null) =>
		auditFindings({mirror, lastDifference}, now).map(({name, state}) => `${name} ${state}`);
	expect(states(whole, null)).toEqual(['comparison well', 'differences well']);
	expect(states({...whole, comparedAt: now - 3 * 86_400}, differed)).toEqual([
		'comparison warning',
		'differences warning',
	]);
	expect(states({...whole, comparedAt: null}, null)).toEqual(['comparison warning', 'differences well']);
	expect(states(whole, differed)).toEqual(['comparison well', 'differences well']);
	expect(states({...whole, complete: false}, differed)).toEqual([]);
});

describe('the zone', () => {
	const noon = Date.UTC(2026, 0, 10, 12) / 1000;
	/** Two hundred movies that began at noon UTC, which stand at this hour of Tautulli's graph. */
	const input = (hour: number, timezone: string | null, zone: string | null): ZoneInput => ({
		config: {timezone},
		facts: {zone},
		here: 'UTC',
		theirs: {
			categories: Array.from({length: 24}, (_, index) => String(index).padStart(2, '0')),
			series: [{name: 'Movies', values: Array.from({length: 24}, (_, index) => (index === hour ? 200 : 0))}],
		},
		ours: [{startedAt: noon, kind: 'movie', plays: 200}],
		since: noon - 86_400,
		until: noon + 86_400,
	});

	test.each([
		['the configured one fits', input(13, 'Europe/Prague', null), 'well', null],
		['the one that was found fits', input(13, null, 'Europe/Berlin'), 'well', null],
		[
			'another one than the configured fits',
			input(13, 'America/New_York', null),
			'warning',
			'Set tautulli.timezone to Europe/Berlin, or take it out.',
		],
		['another one than this machine’s fits', input(13, null, null), 'warning', 'Run: tautop sync --full'],
	])('%s', (_, given, state, remedy) => {
		expect(zoneFindings(given)).toMatchObject([{name: 'zone', state, remedy}]);
	});

	test('nothing was played', () => {
		const given = {...input(0, null, null), ours: []};
		const theirs = {...given.theirs, series: [{name: 'Movies', values: new Array<number>(24).fill(0)}]};
		expect(zoneFindings({...given, theirs})).toMatchObject([
			{state: 'well', text: 'UTC, this machine’s; too little was played to check it'},
		]);
	});
});

test.each([
	[null, 'none: it collects only when asked; by itself with collect.schedule and `tautop watch`'],
	['0 4 * * *', '"0 4 * * *", while `tautop watch` or a dashboard runs'],
])('the schedule %s is told, and none is no warning', (schedule, text) => {
	const found = scheduleFinding({collect: {schedule}});
	expect(found).toMatchObject({name: 'schedule', state: 'well', remedy: null});
	expect(found.text).toContain(text);
});

describe('the width ruler', () => {
	const all = Object.values(signs).flat();
	const right = all.map(sign => textWidth(sign) + 1);

	test('a terminal that agrees', () => {
		expect(widthFindings(right)).toMatchObject([{state: 'well'}]);
	});

	test('frames in two cells, emoji in one', () => {
		const odd = all.map((sign, index) => (sign === '█' ? 3 : sign === '🎬' ? 2 : (right[index] ?? 0)));
		const [found] = widthFindings(odd);
		expect(found).toMatchObject({state: 'warning', remedy: expect.stringContaining('dashboard.ascii')});
		expect(found?.text).toBe('emoji: 🎬 takes 1 and should take 2; frames and bars: █ takes 2 and should take 1');
	});

	test('what is heard is read, whatever else comes along', async () => {
		const answers = ['\u001B[5;1R', `x${right.map(column => `\u001B[5;${column}R`).join('k')}`];
		const questions: string[] = [];
		const terminal = {
			ask: async (question: string, isWhole: (heard: string) => boolean) => {
				questions.push(question);
				const answer = answers.shift() ?? '';
				expect(isWhole(answer.slice(0, -3))).toBe(false);
				expect(isWhole(answer)).toBe(true);
				return answer;
			},
		};
		expect(await measureWidths(terminal, new AbortController().signal)).toMatchObject([{state: 'well'}]);
		expect(questions[1]).toMatch(/\r\u001B\[K$/);
	});

	test('a terminal that says nothing is asked once', async () => {
		let asked = 0;
		const ask = async () => {
			asked += 1;
			return null;
		};
		expect(await measureWidths({ask}, new AbortController().signal)).toMatchObject([{state: 'warning'}]);
		expect(asked).toBe(1);
	});
});

test.each([
	['3.3a\t0\texternal\n', ['well', 'well'], 'off'],
	['3.4\t1\ton\n', ['well', 'well'], 'is on'],
	['3.2\t\toff\n', ['well', 'warning'], 'off'],
	['', ['well', 'well'], 'off'],
])('tmux answers %j', (answer, states, passthrough) => {
	const found = tmuxFindings(answer);
	expect(found.map(({state}) => state)).toEqual(states);
	expect(found[0]?.text).toContain(passthrough);
});

test.each([
	[{TERM: 'xterm-256color', COLORTERM: 'truecolor', LANG: 'C.UTF-8'}, ['well', 'well', 'well']],
	[{TERM: 'dumb', LC_ALL: 'de_DE.ISO-8859-1'}, ['warning', 'well', 'warning']],
	[{TERM: 'linux', NO_COLOR: '1'}, ['well', 'well', 'well']],
	[{}, ['warning', 'well', 'well']],
])('the terminal by %j', (env, states) => {
	expect(terminalFindings(env, {columns: 80, rows: 24}).map(({state}) => state)).toEqual(states);
	expect(terminalFindings(env, null)[0]).toMatchObject({state: 'well', name: 'terminal'});
});

test.each([
	[null, 'well'],
	[{state: 'gone'} as const, 'well'],
	[{state: 'silent'} as const, 'warning'],
	[{state: 'apart', why: 'build'} as const, 'warning'],
	[{state: 'apart', why: 'configuration'} as const, 'warning'],
])('the engine: %j', (met, state) => {
	expect(engineFinding(met)).toMatchObject({name: 'engine', state});
});

test('a library of the configuration that Plex does not have is named', () => {
	expect(libraryFindings([], ['Movies', 'Shows'])).toMatchObject([{state: 'well', text: 'all 2 are counted'}]);
	expect(libraryFindings(['movies'], ['Movies', 'Shows'])).toMatchObject([{state: 'well', text: '1 of 2 are counted'}]);
	expect(libraryFindings(['Filme'], ['Movies'])).toMatchObject([
		{state: 'warning', text: 'there is none called Filme', remedy: 'Correct plex.libraries; there are Movies.'},
	]);
});
