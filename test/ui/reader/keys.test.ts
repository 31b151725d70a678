import {expect, test} from 'vitest';
import {boundTo} from '../../../source/ui/keys/bindings.ts';
import {keyHelp, typedKeys} from '../../../source/ui/reader/keys.ts';

test.each<[string, string[]]>([
	['1', ['1']],
	['c?', ['c', '?']],
	['é', ['é']],
	['\u0003', ['ctrl-c']],
	['\u001A', ['ctrl-z']],
	['\u001B', []],
	['\u001B[A', []],
	['\u007F', []],
	['cccc', []],
	['1c\r\nrm', []],
])('keys in the piece %j', (piece, names) => {
	expect(typedKeys(piece)).toEqual(names);
});

test('the help names keys as they are bound, without those that are dead', () => {
	const lines = keyHelp(boundTo({collect: 'x'}), false);
	expect(lines).toContain('x: collect now; while it runs: cancel.');
	expect(lines).toContain('question mark: this list.');
	expect(keyHelp(boundTo({}), true).join('\n')).not.toContain('collect now');
});
