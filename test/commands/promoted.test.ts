import {expect, test} from 'vitest';
import {promoted} from '../../source/commands/promoted.ts';
import type {StateQuery} from '../../source/questions/queries.ts';
import {fakeNow, fakeSources, hostileTitles} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

test('without a name it lists what is stated', async () => {
	const {stdout} = await runFake(promoted, {flags: {json: true}});
	expect(JSON.parse(stdout)).toEqual({
		promoted: [
			{
				collection: hostileTitles[1],
				plex_library: 'Movies',
				rating_key: 900_043,
				since: fakeNow - 20 * 86_400,
				until: null,
				stated_at: fakeNow - 61,
			},
		],
	});
	const none = fakeSources({stated: async () => []});
	expect((await runFake(promoted, {open: none, tty: true})).stdout).toBe(
		'Nothing is stated by hand.\nWhat was seen, or imported from homescreen-hero, is told for each collection:\ntautop promoted NAME\n',
	);
});

const asked = async (flags: Record<string, string | boolean>): Promise<StateQuery[]> => {
	const queries: StateQuery[] = [];
	const open = fakeSources({
		state: async query => {
			queries.push(query);
			return [];
		},
	});
	const {code, stderr} = await runFake(promoted, {args: ['Heists'], flags, open});
	expect(stderr).toBe('');
	expect(code).toBe(0);
	return queries;
};

/** The server is in Prague, an hour ahead of UTC in November. */
const day = (date: string): number => Date.parse(`${date}T00:00:00+01:00`) / 1000;

test('dates are days of the server’s calendar; the last one is inside', async () => {
	expect(await asked({since: '2026-11-01'})).toEqual([
		{title: 'Heists', library: null, span: {from: day('2026-11-01'), to: null}},
	]);
	expect(await asked({since: '2026-11-01', until: '2026-11-03', library: 'Movies'})).toEqual([
		{title: 'Heists', library: 'Movies', span: {from: day('2026-11-01'), to: day('2026-11-04')}},
	]);
	expect(await asked({forget: true})).toEqual([{title: 'Heists', library: null, span: null}]);
});

test.each([
	[[], {since: '2026-11-01'}, 'Of which collection?'],
	[[], {forget: true}, 'Of which collection?'],
	[['Heists'], {until: '2026-11-01'}, 'Promoted since when?'],
	[['Heists'], {since: '2026-13-01'}, '--since must be a date.'],
	[['Heists'], {since: '2026-11-02', until: '2026-11-01'}, '--until must not be before --since.'],
	[['Heists'], {since: '2026-11-02', forget: true}, '--forget and --since, --until exclude each other.'],
	[['Heists'], {since: '2026-11-23'}, '--since must not be in the future.'],
] as const)('%j %j is a usage error with a remedy', async (args, flags, sentence) => {
	const {code, stdout, stderr} = await runFake(promoted, {args: [...args], flags});
	expect({code, stdout}).toEqual({code: 2, stdout: ''});
	expect(stderr).toContain(`tautop: ${sentence}\n  `);
});

test('with a name alone it tells what is known, and how', async () => {
	const {stdout} = await runFake(promoted, {args: ['Heists'], flags: {json: true}});
	expect(JSON.parse(stdout)).toEqual({
		collection: 'Heists',
		spans: [
			{from: fakeNow - 9 * 86_400, to: fakeNow - 8 * 86_400, promoted: true, known_by: 'rotation'},
			{from: fakeNow - 5 * 86_400, to: fakeNow - 3601, promoted: false, known_by: 'look'},
		],
	});
	const text = await runFake(promoted, {args: ['Heists'], tty: true});
	expect(text.stdout).toBe(
		[
			'13 Nov 21:04 to 14 Nov 21:04  promoted, as homescreen-hero had it',
			'17 Nov 21:04 to 20:03  nowhere, as Plex said',
			'',
			'For the times in between nothing is known.',
			'',
		].join('\n'),
	);
	const none = fakeSources({shown: async () => []});
	expect((await runFake(promoted, {args: ['Heists'], tty: true, open: none})).stdout).toBe(
		'Nothing is known of where “Heists” was shown.\n',
	);
});
