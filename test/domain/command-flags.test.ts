import {expect, test} from 'vitest';
import {asTyped, commandFlags} from '../../source/domain/command-flags.ts';

test.each([
	[{}, ''],
	[{server: 'attic'}, ' --server attic'],
	[
		{config: "/home/marta/it's.yaml", server: 'the attic'},
		String.raw` --config '/home/marta/it'\''s.yaml' --server 'the attic'`,
	],
	[{config: '/tmp/\u001B[31mred\n.yaml'}, " --config '/tmp/red .yaml'"],
	[{demo: true}, ' --demo'],
])('%j is typed as %j', (flags, typed) => {
	expect(commandFlags(flags)).toBe(typed);
});

test('a command in a sentence is about the server that the sentence is about', () => {
	const sentence =
		'No run yet: tautop collect. tautop promoted NAME --since 2026-11-01, `tautop sync`; tautop says so.';
	expect(asTyped(sentence, ' --server attic')).toBe(
		'No run yet: tautop collect --server attic. tautop promoted --server attic NAME --since 2026-11-01, `tautop sync --server attic`; tautop says so.',
	);
	expect(asTyped(sentence, '')).toBe(sentence);
	expect(asTyped('tautop init, tautop collect', ' --demo')).toBe('tautop init, tautop collect --demo');
	expect(asTyped('`tautop init --config FILE`', ' --config a.yaml')).toBe('`tautop init --config FILE`');
});

test.each(['tautop history --json has them.', 'tautop now lists those that run.'])('%j too', sentence => {
	expect(asTyped(sentence, ' --server attic')).toBe(sentence.replace(/tautop \w+/, '$& --server attic'));
});
