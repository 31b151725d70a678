import {expect, test} from 'vitest';
import type {Play} from '../../source/domain/plays/play.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {day} from '../../source/views/day/index.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay, fakeSeen, fakeSession, fakeSources} from '../helpers/fake-sources.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

/** Midnight in Prague. */
const midnight = fakeNow - 75_840;
const at = (hours: number, minutes = 0): number => midnight + hours * 3600 + minutes * 60;

const play = (rowId: number, user: string, from: number, to: number, given: Partial<Play> = {}): Play =>
	fakePlay({
		rowId,
		user,
		userId: rowId,
		startedAt: from,
		stoppedAt: to,
		transcodeDecision: 'direct play',
		fullTitle: 'Saltwater',
		title: 'Saltwater',
		mediaType: 'movie',
		...given,
	});

const plays = [
	play(1, 'jon', at(18), at(19)),
	play(2, 'ida', at(18, 30), at(20, 30), {transcodeDecision: 'copy'}),
	play(3, 'marta', at(20, 18), at(20, 50), {transcodeDecision: 'transcode'}),
	play(4, 'jon', at(20, 24), at(20, 54), {userId: 1}),
];

const world = (given: Partial<Sources> = {}): Partial<Sources> => ({
	day: async () => ({from: midnight, to: midnight + 86_400, plays, begins: null, coverage: fullCoverage(fakeNow)}),
	seenStreams: async () => [],
	...given,
});

const query = queryFor(day);
const canvas = (given = {}) => fakeCanvas({query, height: 8, form: 'page', ...given});

test('a bar a stream, by how it was played, and a cursor at the moment with the most', async () => {
	const {rows, note, keys, across, start} = (await tell(day, world())).draw(canvas());
	expect(textOf(rows)).toEqual([
		'           18:00               19:00               20:00   ╎20:24',
		'› jon      ████████████████████                            ██████████',
		'  ida                ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓',
		'  marta                                                  ▒▒▒▒▒▒▒▒▒▒▒',
		'  at once  ▃▃▃▃▃▃▃▃▃▃▅▅▅▅▅▅▅▅▅▅▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▅▅██▅▅▅▅▅▅▅▃   3',
		'          20:24  3 streams, 1 transcode   jon  Saltwater, 20:24-20:54',
	]);
	expect(note).toBe('4 streams, 3 at 20:24, 18:00-21:00, 3 minutes a column');
	expect(across).toBe(60);
	expect(keys).toHaveLength(180);
	expect(start).toBe(48);
});

test('the cursor reads a moment of a user, opens the play, else all of that moment', async () => {
	const answer = await tell(day, world());
	const {keys} = answer.draw(canvas());
	const here = keys[2 * 60 + 47] ?? '';
	const own = {...firstOwn, selection: {key: here, index: 0}};
	expect(textOf(answer.draw(canvas({own})).rows).at(-1)).toBe(
		'          20:21  2 streams, 1 transcode   marta  Saltwater, 20:18-20:50',
	);
	expect(answer.enter(here, fakeScene())).toEqual({view: 'play', subject: {id: '3', name: 'Saltwater'}});
	expect(answer.user(here, fakeScene())).toEqual({id: '3', name: 'marta'});
	const nothing = keys[2 * 60] ?? '';
	expect(answer.enter(nothing, fakeScene())).toEqual({view: 'now', window: {days: 30, at: at(18)}});
	const later = keys[2 * 60 - 1] ?? '';
	expect(answer.enter(later, fakeScene({now: at(20)}))).toBeNull();
});

test('what still runs is in it until now, with what was seen; it opens the stream', async () => {
	const runs = {rowId: null, endedAt: null, lastSeen: fakeNow - 5};
	const given = world({
		activity: async () => ({
			...(await fakeSources({}).sources.activity(null)),
			sessions: [fakeSession({sessionKey: '44'})],
		}),
		seenStreams: async asked =>
			'rowIds' in asked
				? [fakeSeen({rowId: 3})]
				: [
						fakeSeen({...runs, sessionKey: '44', user: 'zoe', userId: 7, firstSeen: at(20, 40), fullTitle: 'Heist'}),
						fakeSeen({...runs, sessionKey: '45', user: 'gone', firstSeen: at(20)}),
						fakeSeen({...runs, user: 'lost', lastSeen: fakeNow - 600, firstSeen: at(20)}),
					],
	});
	const answer = await tell(day, given);
	const {rows} = answer.draw(canvas({height: 24}));
	expect(textOf(rows).find(row => row.includes('zoe'))).toMatch(/^ {2}zoe {5,}╎ +▒{6}$/);
	expect(textOf(rows).find(row => row.includes('Heist'))).toMatch(/20:40 runs/);
	expect(textOf(rows).join('\n')).not.toMatch(/lost|gone/);
	expect(answer.enter('running 44', fakeScene())).toEqual({view: 'stream', subject: {id: '44', name: 'Heist'}});
	expect(answer.json(fakeScene({query}))).toMatchObject({
		highest: {count: 3},
		streams: [
			{row_id: 1, running: false, stalls: null},
			{row_id: 2},
			{row_id: 3, stalls: 2, stalled_seconds: 41},
			{row_id: 4},
			{row_id: null, session_key: '44', running: true, stopped: null},
		],
	});
});

test('few streams, or too little room, are a list', async () => {
	const few = await tell(
		day,
		world({
			day: async () => ({
				from: midnight,
				to: midnight + 86_400,
				plays: plays.slice(0, 2),
				begins: null,
				coverage: fullCoverage(fakeNow),
			}),
		}),
	);
	expect(few.draw(canvas()).keys).toEqual(['1', '2']);
	expect((await tell(day, world())).draw(canvas({height: 4})).keys).toEqual(['1', '2', '3', '4']);
});

test('a long day shows its fullest hours, and follows the cursor out of them', async () => {
	const long = [play(9, 'early', at(6), at(7)), ...plays, play(10, 'nina', at(22), at(23, 30))];
	const given = world({
		day: async () => ({
			from: midnight,
			to: midnight + 86_400,
			plays: long,
			begins: null,
			coverage: fullCoverage(fakeNow),
		}),
	});
	const answer = await tell(day, given);
	const {note, keys, rows} = answer.draw(canvas());
	expect(note).toContain('18:00-24:00, 6 minutes a column');
	expect(textOf(rows).join('\n')).not.toContain('early');
	const own = {...firstOwn, selection: {key: keys[0] ?? '', index: 0}};
	const moved = answer.draw(canvas({own}));
	expect(moved.note).toContain('06:00-12:00');
	expect(textOf(moved.rows).join('\n')).toContain('early');
});

test('a stream that began the day before says on which day', async () => {
	const across = [play(1, 'jon', at(0, -1), at(0, 3)), ...plays.slice(1)];
	const told = await tell(
		day,
		world({
			day: async () => ({
				from: midnight,
				to: midnight + 86_400,
				plays: across,
				begins: null,
				coverage: fullCoverage(fakeNow),
			}),
		}),
	);
	const table = textOf(told.draw(fakeCanvas({query, height: 30, form: 'report', width: 100})).rows).join('\n');
	expect(table).toMatch(/^Sat 23:59 +00:03 +jon/m);
	expect(table).toMatch(/^18:30 +20:30 +ida/m);
});
