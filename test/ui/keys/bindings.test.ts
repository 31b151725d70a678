import {expect, test} from 'vitest';
import {sharing} from '../../../source/domain/actions.ts';
import {actionOf, bindings, boundTo} from '../../../source/ui/keys/bindings.ts';

test('every key has one meaning, but for two that never have one in the same place', () => {
	const owners = (key: string) => bindings.filter(({keys}) => keys.includes(key)).map(({action}) => action);
	const shared = bindings.flatMap(({keys}) => keys).filter(key => owners(key).length > 1);
	expect([...new Set(shared)]).toEqual(['i']);
	expect(sharing).toEqual([owners('i')]);
	expect(actionOf(bindings, 'i', false, () => true)).toBe('idle');
	expect(actionOf(bindings, 'i', false, action => action !== 'idle')).toBe('init');
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
