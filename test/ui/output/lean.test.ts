import {expect, test} from 'vitest';
import {leanSequences} from '../../../source/ui/output/lean.ts';

test('rows that stay are passed in one step, and looks that meet are one', () => {
	const down = '\u001B[E'.repeat(16);
	expect(leanSequences(`\u001B[39A${down}\u001B[1G\u001B[Kx\u001B[22m\u001B[39m \u001B[2my\u001B[0m`)).toBe(
		'\u001B[39A\u001B[16E\r\u001B[Kx\u001B[22;39m \u001B[2my\u001B[0m',
	);
});

test('all else stays as it is', () => {
	const text = 'a\u001B[E\r\n\u001B[2J\u001B[m\u001B[1mß語\u001B]2;tautop\u0007\u001B[62G';
	expect(leanSequences(text)).toBe(text);
});
