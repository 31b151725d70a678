import {expect, test} from 'vitest';
import type {CollectionName, Pin, Rotation, RotationState} from '../../../source/domain/rotation.ts';
import {createRotationSpans, rotationSpan} from '../../../source/stats/promotion/rotation-spans.ts';

const hour = 3600;

type Given = readonly [hours: number, featured: ReadonlyArray<string | CollectionName>, state?: RotationState];

const read = 1000 * hour;

const history = (given: readonly Given[], pins: readonly Pin[] = []) => ({
	pins,
	rotations: given.map(
		([hours, featured, state = 'applied'], index): Rotation => ({
			id: index + 1,
			rotationId: index + 1,
			createdAt: hours * hour,
			state,
			featured: featured.map(one => (typeof one === 'string' ? {library: '', name: one} : one)),
			seenAt: read,
		}),
	),
});

const movies = (name: string): CollectionName => ({library: 'Movies', name});
const all = [
	movies('Heists'),
	movies('Quiet Films'),
	{library: 'TV', name: 'Quiet Films'},
	{library: 'Music', name: 'Jazz'},
];

/** "0 12 on" for each span, in hours. */
const told = (collection: CollectionName, given: ReturnType<typeof history>): string[] =>
	createRotationSpans(given, all, {from: 0, to: 9 * read})(collection).map(
		({from, to, shown}) => `${from / hour} ${to / hour} ${shown === 'somewhere' ? 'on' : shown.home ? 'home' : 'off'}`,
	);

test('featured is on until the next rotation, not featured is off', () => {
	const given = history([
		[0, [movies('Heists')]],
		[12, [movies('Quiet Films')]],
		[24, [movies('Heists'), movies('Quiet Films')]],
		[36, []],
	]);
	expect(told(movies('Heists'), given)).toEqual(['0 12 on', '12 24 off', '24 36 on', '36 84 off']);
});

test('nothing is said of a library that no rotation names', () => {
	const given = history([[0, [movies('Quiet Films')]]]);
	expect(told({library: 'TV', name: 'Quiet Films'}, given)).toEqual([]);
	expect(told(movies('Heists'), given)).toEqual(['0 48 off']);
});

test('a title without a library is in every one that has a collection of that title', () => {
	const given = history([
		[0, ['quiet films']],
		[12, ['Heists']],
		[24, []],
	]);
	expect(told({library: 'TV', name: 'Quiet Films'}, given)).toEqual(['0 12 on', '12 24 off', '24 72 off']);
	expect(told(movies('Quiet Films'), given)).toEqual(['0 12 on', '12 24 off', '24 72 off']);
	expect(told({library: 'Music', name: 'Jazz'}, given)).toEqual([]);
});

test('names are matched as people read them', () => {
	const given = history([
		[0, [{library: 'MOVIES', name: 'Cine\u0301ma'}]],
		[12, []],
	]);
	expect(told(movies('CINÉMA'), given)[0]).toBe('0 12 on');
});

test('a failed rotation leaves the one before in place', () => {
	const given = history([
		[0, [movies('Heists')]],
		[12, [], 'failed'],
		[24, []],
	]);
	expect(told(movies('Heists'), given)[0]).toBe('0 24 on');
});

test('what may be a dry run is unknown until the next', () => {
	const given = history([
		[0, [movies('Heists')]],
		[12, [movies('Heists')], 'unsure'],
		[24, [movies('Heists')]],
		[36, []],
	]);
	expect(told(movies('Heists'), given).slice(0, 2)).toEqual(['0 12 on', '24 36 on']);
});

test('after three times the usual distance, two days at least, nothing is known', () => {
	const days = (...numbers: number[]) => history(numbers.map(day => [day * 24, [movies('Heists')]]));
	expect(told(movies('Heists'), days(0, 1, 2, 10, 11))).toEqual([
		'0 24 on',
		'24 48 on',
		'48 120 on',
		'240 264 on',
		'264 336 on',
	]);
	expect(
		told(
			movies('Heists'),
			history([
				[0, ['Heists']],
				[1, ['Heists']],
				[2, ['Heists']],
				[99, ['Heists']],
			]),
		),
	).toContain('2 50 on');
});

test('of the last one nothing is known after it was read', () => {
	const given = history([[read / hour - 5, [movies('Heists')]]]);
	expect(told(movies('Heists'), given)).toEqual([`${read / hour - 5} ${read / hour} on`]);
});

test('a pinned collection is on, featured or not', () => {
	const pin = (given: Partial<Pin>): Pin => ({
		library: 'Movies',
		name: 'Quiet Films',
		pinnedAt: 6 * hour,
		seenAt: 30 * hour,
		promoted: {home: true, shared: false, recommended: false},
		...given,
	});
	const given: readonly Given[] = [
		[0, [movies('Heists')]],
		[12, [movies('Heists')]],
		[24, [movies('Heists')]],
		[36, []],
	];
	const quiet = movies('Quiet Films');
	expect(told(quiet, history(given, [pin({})]))).toEqual([
		'0 6 off',
		'6 12 on',
		'12 24 on',
		'24 30 on',
		'30 36 off',
		'36 84 off',
	]);
	expect(told(quiet, history(given, [pin({promoted: null, seenAt: 12 * hour})]))[2]).toBe('12 24 off');
	const nowhere = {home: false, shared: false, recommended: false};
	expect(told(quiet, history(given, [pin({promoted: nowhere})]))[0]).toBe('0 12 off');
	expect(told(movies('Heists'), history(given, [pin({})]))[0]).toBe('0 12 on');
});

test('the span of one rotation, by its number; of several, the newest', () => {
	const {rotations} = history([
		[0, []],
		[12, []],
		[24, [], 'unsure'],
		[36, []],
	]);
	expect(rotationSpan(rotations, 2)).toEqual({from: 12 * hour, to: 24 * hour});
	expect(rotationSpan(rotations, 3)).toBeNull();
	expect(rotationSpan(rotations, 9)).toBeNull();
	const anew = rotations.map(one => ({...one, rotationId: one.rotationId > 2 ? one.rotationId - 2 : one.rotationId}));
	expect(rotationSpan(anew, 2)).toEqual({from: 36 * hour, to: 90 * hour});
});

test('only what reaches into the window is told', () => {
	const {rotations} = history([
		[0, []],
		[12, [movies('Heists')]],
		[24, []],
	]);
	const window = {from: 12 * hour, to: 13 * hour};
	const spans = createRotationSpans({rotations, pins: []}, all, window)(movies('Heists'));
	expect(spans.map(({from, to}) => [from / hour, to / hour])).toEqual([[12, 24]]);
});
