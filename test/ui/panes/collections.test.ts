import {expect, test} from 'vitest';
import type {Board} from '../../../source/domain/board.ts';
import type {CollectionsData} from '../../../source/ui/panes/collections/data.ts';
import {collectionsBrief, collectionsModel} from '../../../source/ui/panes/collections/model.ts';
import {fakeBoardRow, fakeNow, fakeSnapshot} from '../../helpers/fake-sources.ts';
import {fakeFrame, textOf} from '../frame.ts';
import {chanceFrom} from '../random.ts';

const row = (rank: number, collectionName: string, plays: number, totalItems: number | null, home: boolean) =>
	fakeBoardRow({
		rank,
		plays,
		playedSeconds: plays * 3600,
		rankChange: null,
		snapshot: fakeSnapshot({
			collectionName,
			ratingKey: String(rank),
			totalItems,
			promoted: {home, shared: false, recommended: false},
		}),
	});

const rows = [
	row(1, 'Hidden Gems', 212, 22, true),
	row(2, 'Slow Burn', 87, 4, false),
	row(3, 'Heist', 12, null, false),
];
const board: Board = {days: 30, rows, hasMovement: false, collectedAt: fakeNow};
const data: CollectionsData = {board, yAxis: 'plays', mediaType: null, trend: null};

test('the board: rank, Home, plays, plays per item where the items are known', () => {
	expect(textOf(collectionsModel(data, fakeFrame({width: 42, height: 5})).rows)).toEqual([
		'       collection             plays /item',
		'›  1 ⌂ Hidden Gems      █████   212   9.6',
		'   2   Slow Burn        ██       87  21.8',
		'   3   Heist            ▎        12',
		'                                ⌂ on Home',
	]);
});

/** Texts without blanks, so that a cell that touches another makes one word of two. */
const words = ['Anime—アニメ', 'Xenon', `x${'ö'.repeat(99)}`, '千と千尋の神隠し'] as const;
const counts = [0, 7, 119, 54_321, 1_234_567] as const;

test.each(Array.from({length: 40}, (_, seed) => seed))(
	'columns never touch, whatever stands in them (seed %i)',
	seed => {
		const chance = chanceFrom(seed);
		const many = Array.from({length: 8}, (_, index) =>
			fakeBoardRow({
				rank: (seed % 2 === 0 ? 1 : 1000) + index,
				plays: chance.pick(counts),
				playedSeconds: chance.pick(counts) * 3600,
				uniqueUsers: chance.pick(counts),
				rankChange: chance.pick([-1234, 12]),
				isNew: false,
				snapshot: fakeSnapshot({
					collectionName: chance.pick(words),
					libraryName: chance.pick(words),
					ratingKey: String(index),
					totalItems: chance.pick([1, 30, 54_321]),
					promoted: {home: true, shared: true, recommended: true},
				}),
			}),
		);
		const given = {...data, board: {...board, rows: many, hasMovement: true}};
		const frame = fakeFrame({width: 60 + chance.below(150), height: 10});
		const [headings = '', ...lines] = textOf(collectionsModel(given, frame).rows);
		const columns = headings.trim().split(/ +/).length;
		// Beside what the headings name there are the rank and, where there are plays, the bar.
		const counted = lines.slice(0, -1).map(
			line =>
				line
					.replaceAll(/ h(?= |$)/g, 'h')
					.split(/ +/)
					.filter(Boolean).length,
		);
		const cursorCell = (index: number): number => (index === 0 ? 1 : 0);
		expect(counted.map((count, index) => count - cursorCell(index))).toEqual(
			many.map(({plays}) => columns + 1 + (plays > 0 ? 1 : 0)),
		);
	},
);

test('sorted by plays per item the ranks stay those of the board, what is not known comes last', () => {
	const {keys, note} = collectionsModel(data, fakeFrame({sort: 'per item'}));
	expect([keys, note]).toEqual([['uuid-1/2', 'uuid-1/1', 'uuid-1/3'], '3, 30 days, by plays per item ▾']);
});

test('on Home only', () => {
	expect(collectionsModel(data, fakeFrame({homeOnly: true})).keys).toEqual(['uuid-1/1']);
});

test('nothing collected and nothing found are two pictures', () => {
	const none: Board = {...board, rows: [], collectedAt: null};
	const text = (given: CollectionsData) => textOf(collectionsModel(given, fakeFrame({homeOnly: true})).rows).join('\n');
	expect(text({...data, board: none})).toContain('No snapshots yet');
	expect(text({...data, board: {...board, rows: []}})).toContain('No collection passes this filter');
});

test('where Plex was not asked, promotion is not known and says so', () => {
	const unknown = rows.map(each => ({...each, snapshot: {...each.snapshot, promoted: null}}));
	const text = textOf(collectionsModel({...data, board: {...board, rows: unknown}}, fakeFrame()).rows).join('\n');
	expect(text).toContain('promotion not known');
	expect(text).not.toContain('⌂');
});

test('the trend of another collection is never drawn as that of the selected one', () => {
	const trend = {key: 'uuid-1/2', snapshots: [fakeSnapshot({}), fakeSnapshot({})]};
	const zoomed = fakeFrame({zoomed: true, height: 21});
	expect(textOf(collectionsModel({...data, trend}, zoomed).rows).join('\n')).not.toContain('snapshot by snapshot');
});

test('as a line: the first, and how many more', () => {
	const {body, note} = collectionsBrief(data, fakeFrame());
	expect([textOf([body]), note]).toEqual([['1 Hidden Gems 212'], '+2 more']);
});
