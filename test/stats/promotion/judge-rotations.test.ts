import {expect, test} from 'vitest';
import {judgeRotations} from '../../../source/stats/promotion/judge-rotations.ts';

const hour = 3600;
const none = {collected: [], applied: []};

/** Rotations at these hours, numbered from 1 in this order. */
const at = (...hours: readonly number[]) =>
	hours.map((each, index) => ({rotationId: index + 1, createdAt: each * hour, success: true}));

const statesOf = (...given: Parameters<typeof judgeRotations>): string[] =>
	judgeRotations(...given).map(({state}) => state);

test('without anything that tells, a row is a rotation', () => {
	expect(statesOf(at(0, 12, 24), none)).toEqual(['applied', 'applied', 'applied']);
	expect(statesOf([], none)).toEqual([]);
});

test('one that failed is no rotation', () => {
	const rotations = at(0, 12).map(each => ({...each, success: each.createdAt === 0}));
	expect(statesOf(rotations, none)).toEqual(['applied', 'failed']);
});

test('between rotations with snapshots, one without may be a dry run', () => {
	const collected = [
		{rotationId: 1, at: 30},
		{rotationId: 4, at: 36 * hour + 30},
	];
	expect(statesOf(at(0, 12, 24, 36, 48), {collected, applied: []})).toEqual([
		'applied',
		'unsure',
		'unsure',
		'applied',
		'applied',
	]);
});

test('a number alone proves nothing: it begins anew', () => {
	const collected = [
		{rotationId: 1, at: 30},
		{rotationId: 2, at: -90 * hour},
		{rotationId: 3, at: 24 * hour + 30},
	];
	expect(statesOf(at(0, 12, 24), {collected, applied: []})).toEqual(['applied', 'unsure', 'applied']);
});

test('an applied simulation takes no snapshots, and is sure', () => {
	const collected = [
		{rotationId: 1, at: 30},
		{rotationId: 3, at: 24 * hour + 30},
	];
	expect(statesOf(at(0, 12, 24), {collected, applied: [12 * hour + 1]})).toEqual(['applied', 'applied', 'applied']);
});

test('one that the schedule goes past as though it were not there may be a dry run', () => {
	expect(statesOf(at(0, 12, 24, 29, 36, 48, 60), none)).toEqual([
		'applied',
		'applied',
		'applied',
		'unsure',
		'applied',
		'applied',
		'applied',
	]);
});

test('rotations without a schedule are rotations', () => {
	expect(new Set(statesOf(at(0, 5, 19, 22, 40, 55, 58, 90), none))).toEqual(new Set(['applied']));
});

test('they come out in the order of time', () => {
	expect(judgeRotations(at(24, 0), none).map(({rotationId}) => rotationId)).toEqual([2, 1]);
});
