import {expect, test} from 'vitest';
import type {PromotionHistories, PromotionSpan} from '../../source/domain/promotion.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {worst} from '../../source/views/worst/index.ts';
import {fakeCollectionLift, fakeLiftAnswer, noNumber} from '../helpers/fake-lift.ts';
import {fakeCount, fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow} from '../helpers/fake-sources.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const day = 86_400;
const coverage = fullCoverage(fakeNow);

const [home, recommended, nowhere] = [
	{home: true, shared: false, recommended: false},
	{home: false, shared: false, recommended: true},
	{home: false, shared: false, recommended: false},
];

const span = (from: number, to: number, shown = home): PromotionSpan => ({
	from: fakeNow - from * day,
	to: fakeNow - to * day,
	shown,
	row: 1,
	source: 'look',
});

/** On and off by the day, off now. */
const rotating = Array.from({length: 24}, (_, index) => span(25 - index, 24 - index, index % 2 === 0 ? home : nowhere));

const histories = (
	given: ReadonlyArray<{
		readonly key: string;
		readonly promoted: typeof home;
		readonly spans: readonly PromotionSpan[];
	}>,
): PromotionHistories => ({
	from: fakeNow - 365 * day,
	to: fakeNow,
	lookedAt: fakeNow - 60,
	needFrequentLooks: [],
	collections: given.map(({key, promoted, spans}) => ({
		sectionUuid: 'uuid-1',
		ratingKey: key,
		placed: {promoted, row: null},
		spans,
	})),
});

const lift = (ratingKey: string, title: string, given: Parameters<typeof fakeCollectionLift>[0]) =>
	fakeCollectionLift({ratingKey, title, onHours: 720, ...given});

const less = {lift: 0.6, low: 0.4, high: 0.9, verdict: 'less'} as const;

const world: Partial<Sources> = {
	lift: async () =>
		fakeLiftAnswer(coverage, [
			lift('1', 'Hidden Gems', {}),
			lift('2', 'Slow Burn', less),
			lift('3', 'Dust', {...noNumber, reason: 'too few'}),
			lift('4', 'On a Tab', less),
			lift('5', 'Comes and Goes', less),
			lift('6', 'Long Gone', less),
		]),
	promotions: async () =>
		histories([
			{key: '1', promoted: home, spans: [span(60, 0)]},
			{key: '2', promoted: home, spans: [span(60, 0)]},
			{key: '3', promoted: home, spans: [span(60, 0)]},
			{key: '4', promoted: recommended, spans: [span(60, 0, recommended)]},
			{key: '5', promoted: nowhere, spans: rotating},
			{key: '6', promoted: nowhere, spans: [span(60, 20)]},
		]),
	plays: async () => ({
		rows: [
			fakeCount({key: '1', plays: 40}),
			fakeCount({key: '2', plays: 9}),
			fakeCount({key: '3'}),
			fakeCount({key: '5', plays: 4}),
		],
		total: {plays: 53, playedSeconds: 0, users: 3},
		names: 4,
		axis: null,
		span: {from: fakeNow - 30 * day, to: fakeNow},
		mediaKinds: ['movie'],
		coverage,
	}),
};

test('what is on Home stands with the worst first, and what comes and goes there too', async () => {
	const answer = await tell(worst, world);
	const scene = fakeScene({query: queryFor(worst)});
	const {rows} = answer.table(scene);
	expect(rows.map(([worth, title]) => [worth, title])).toEqual([
		['could go', 'Dust'],
		['could go', 'Comes and Goes'],
		['could go', 'Slow Burn'],
		['stays', 'Hidden Gems'],
	]);
});

test('the answer is one sentence, and each row has its reason', async () => {
	const answer = await tell(worst, world);
	const said = answer.says(fakeScene({query: queryFor(worst)}));
	expect(said[0]).toBe('3 of 4 on Home could go: Dust, Comes and Goes and Slow Burn.');
	expect(said[1]).toBe('Dust, could go, nobody played it in 30 days, 0 plays.');
	expect(said[2]).toContain('could go, begun less with it on, lift ×0.6 (0.4 to 0.9)');
	const drawn = textOf(answer.draw(fakeCanvas({query: queryFor(worst), form: 'page', height: 22})).rows).join('\n');
	expect(drawn).toContain('It was shown for 30 of the last 30 days');
});
