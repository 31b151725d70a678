import {expect, test} from 'vitest';
import {actionOf, bindings, boundTo} from '../../../source/ui/keys/bindings.ts';

test('every key has one meaning', () => {
	const keys = bindings.flatMap(binding => binding.keys);
	expect(keys.length).toBe(new Set(keys).size);
});

test('every action stands in the table once', () => {
	const actions = bindings.map(binding => binding.action);
	expect(actions.length).toBe(new Set(actions).size);
});

test('a key chosen in the configuration takes the place of the usual one; two can be exchanged', () => {
	const table = boundTo({zoom: 'v', help: 'c', collect: '?'});
	expect(actionOf(table, 'v', false)).toBe('zoom');
	expect(actionOf(table, 'z', false)).toBeNull();
	expect(actionOf(table, 'c', false)).toBe('help');
	expect(actionOf(table, '?', false)).toBe('collect');
});

test('who only looks cannot collect', () => {
	expect(actionOf(bindings, 'c', true)).toBeNull();
	expect(actionOf(bindings, 'r', true)).toBe('refresh');
});
