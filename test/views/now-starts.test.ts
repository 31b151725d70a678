import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {Session} from '../../source/domain/session.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {askStarts, type Starts, startOf} from '../../source/views/now/starts.ts';
import {fakeNow, fakeSeen, fakeSession, fakeSources} from '../helpers/fake-sources.ts';
import {fakeStrip, fakeStripMinute} from '../helpers/fake-strip.ts';

const strip = fakeStrip(fakeNow);
/** Tautop has looked for ten minutes. */
const lateStrip = {
	...strip,
	minutes: strip.minutes.map((_, index) => ({...fakeStripMinute(1), isSeen: index >= 170})),
};

const asking = (answer: () => Promise<Readonly<Record<string, number>>>) => {
	const asked: string[] = [];
	const {sources: all} = fakeSources();
	const sources: Sources = {
		...all,
		streamStarts: ({ratingKeys}) => {
			asked.push(ratingKeys.join());
			return answer();
		},
	};
	const ask = (sessions: readonly Session[], before: Starts = new Map(), seen = new Map()): Promise<Starts> =>
		askStarts({sources, signal: new AbortController().signal}, sessions, lateStrip, seen, before);
	return {asked, ask, sources};
};

const [one, two] = [fakeSession({sessionKey: '1', ratingKey: '11'}), fakeSession({sessionKey: '2', ratingKey: '12'})];

test('a stream that nobody saw begin is asked about once, however far its film is', async () => {
	const {asked, ask} = asking(async () => ({'1': fakeNow - 3000}));
	const first = await ask([one]);
	expect(startOf(first, one)).toBe(fakeNow - 3000);
	const both = await ask([one, two], first);
	expect([startOf(both, one), startOf(both, two)]).toEqual([fakeNow - 3000, null]);
	await ask([one, two], both);
	expect(asked).toEqual(['11', '12']);
	const next = await ask([{...one, ratingKey: '13'}], both);
	expect(next.size).toBe(1);
	expect(asked).toEqual(['11', '12', '13']);
});

test('one that was seen to begin is not asked about', async () => {
	const {asked, ask} = asking(async () => ({}));
	const seen = (firstSeen: number) => new Map([['1', fakeSeen({sessionKey: '1', ratingKey: '11', firstSeen})]]);
	expect(startOf(await ask([one], new Map(), seen(fakeNow - 120)), one)).toBe(fakeNow - 120);
	expect(asked).toEqual([]);
	expect(startOf(await ask([one], new Map(), seen(fakeNow - 600)), one)).toBeNull();
	expect(asked).toEqual(['11']);
});

test('nothing is asked where every minute was seen, and again after a failure', async () => {
	const {asked, ask, sources} = asking(async () => {
		throw new AppError('unreachable', 'Tautulli does not answer.');
	});
	const signal = new AbortController().signal;
	expect((await askStarts({sources, signal}, [one], strip, new Map(), new Map())).size).toBe(0);
	expect(asked).toEqual([]);
	await ask([one], await ask([one]));
	expect(asked).toEqual(['11', '11']);
});
