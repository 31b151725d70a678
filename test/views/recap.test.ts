import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {CollectionLift, LiftQuery} from '../../source/domain/lift.ts';
import type {Reason} from '../../source/domain/streams/why.ts';
import type {WhyQuery} from '../../source/questions/queries.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {recap} from '../../source/views/recap/index.ts';
import {fakeCollectionLift, fakeLiftAnswer, noNumber} from '../helpers/fake-lift.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeRecap} from '../helpers/fake-recap.ts';
import {fakeNow} from '../helpers/fake-sources.ts';
import {fakeScene, queryFor, tell} from './scene.ts';

const coverage = fullCoverage(fakeNow);
const unseen = (): Promise<never> => Promise.reject(new AppError('store', 'There is no database.'));

const liftsOf = (collections: readonly CollectionLift[]) => async () => fakeLiftAnswer(coverage, collections);

const one = (ratingKey: string, given: Partial<CollectionLift> = {}) =>
	fakeCollectionLift({ratingKey, title: `Collection ${ratingKey}`, ...given});

/** What the year says of its Home, or of its transcodes. */
const sentenceOf = async (begin: string, given: Partial<Sources>, query = queryFor(recap)): Promise<string[]> => {
	const answer = await tell(recap, given, query);
	return answer.says(fakeScene({query})).filter(text => text.startsWith(begin));
};

const collections = [
	one('1'),
	one('2', {lift: 2.31, low: 1.2, high: 4}),
	one('3', {lift: 3.4, low: 0.9, high: 9, verdict: 'unclear'}),
	one('4', {...noNumber, reason: 'too few'}),
	// On Home last in the year before.
	one('5', {lastOn: Date.parse('2025-12-31T22:59:59Z') / 1000}),
];

test('home: how many were on it, how many numbers, how many of them more, and the one with the most', async () => {
	const asked: LiftQuery[] = [];
	const lift: Sources['lift'] = async query => {
		asked.push(query);
		return fakeLiftAnswer(coverage, collections);
	};
	const text = 'On Home 4 collections; of 3 numbers 2 say that people began more, Collection 2 most, ×2.3.';
	expect(await sentenceOf('On Home', {lift})).toEqual([text]);
	expect(asked).toEqual([{days: 365, stated: false, rotationId: null, fresh: false}]);
	const answer = await tell(recap, {lift});
	expect(answer.json(fakeScene())).toMatchObject({
		home: {collections: 4, numbers: 3, more: 2, best: {collection: 'Collection 2', lift: 2.31, low: 1.2}},
	});
	expect(answer.table(fakeScene()).rows).toEqual(
		expect.arrayContaining([
			['on_home', 4, null],
			['lift_numbers', 3, null],
			['lift_more', 2, null],
		]),
	);
});

test.each<[collections: readonly CollectionLift[], text: string]>([
	[[one('1')], 'On Home 1 collection; of 1 number 1 says that people began more, Collection 1 most, ×1.7.'],
	[[one('1', {verdict: 'same'})], 'On Home 1 collection; of 1 number none says that people began more.'],
	[[one('1', {...noNumber, reason: 'too few'})], 'On Home 1 collection; no number yet.'],
])('home, where there is little: %#', async (some, text) => {
	expect(await sentenceOf('On Home', {lift: liftsOf(some)})).toEqual([text]);
});

test('home is left out where it is not known, of a year that is over, and of a part of the home', async () => {
	const lift = liftsOf(collections);
	const over = async () => ({...fakeRecap(coverage), isSoFar: false});
	const marta = queryFor(recap, {where: {user: [{id: '1', name: 'marta'}]}});
	const none: Promise<string[]>[] = [
		sentenceOf('On Home', {lift: unseen}),
		sentenceOf('On Home', {lift: liftsOf([])}),
		sentenceOf('On Home', {lift, recap: over}),
		sentenceOf('On Home', {lift}, marta),
	];
	expect(await Promise.all(none)).toEqual([[], [], [], []]);
	expect((await tell(recap, {lift: unseen})).json(fakeScene())).toMatchObject({home: null});
});

const whyOf = (given: Partial<Record<Reason, number>>) => async () => {
	const reasons = {limit: 0, subtitles: 0, codec: 0, sound: 0, container: 0, ...given};
	return {seen: Object.values(reasons).reduce((sum, count) => sum + count, 0), reasons, since: 7};
};

test.each<[Partial<Record<Reason, number>>, string]>([
	[{limit: 9, codec: 1}, ', most often because of a limit'],
	[{limit: 4, subtitles: 6}, ', most often because of burned in subtitles'],
	[{codec: 10}, ', most often because of the codec'],
	[{sound: 5, container: 5}, ', most often because of the sound'],
	[{container: 10}, ', most often because of the container'],
	[{limit: 9}, ''],
	[{}, ''],
])('why it was transcoded, where at least ten were seen: %o', async (given, words) => {
	const whyTranscoded = whyOf(given);
	expect(await sentenceOf('Transcoded', {whyTranscoded})).toEqual([`Transcoded 22 % (2025: 25 %)${words}.`]);
});

test('why is asked of the days of the year, narrowed as the year is, and needs no database', async () => {
	const asked: WhyQuery[] = [];
	const whyTranscoded: Sources['whyTranscoded'] = async query => {
		asked.push(query);
		return await whyOf({limit: 12})();
	};
	const where = {user: [{id: '1', name: 'marta'}]};
	const answer = await tell(recap, {whyTranscoded}, queryFor(recap, {where}));
	expect(asked).toEqual([{window: {from: '2026-01-01', to: '2026-11-22'}, where}]);
	expect(answer.json(fakeScene())).toMatchObject({why: {seen: 12, limit: 12, since: 7}});
	expect(await sentenceOf('Transcoded', {whyTranscoded: unseen})).toEqual(['Transcoded 22 % (2025: 25 %).']);
	expect((await tell(recap, {whyTranscoded: unseen})).json(fakeScene())).toMatchObject({why: null});
});
