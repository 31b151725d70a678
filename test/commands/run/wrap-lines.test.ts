import {expect, test} from 'vitest';
import {wrapLines, wrapping} from '../../../source/commands/run/wrap-lines.ts';

const long =
	'tautop: Tautulli does not answer at http://tower:8181/a-path-that-is-wider-than-a-line, and so on.\n  Is it running?\n';

test('sentences go on between words, moved in', () => {
	expect(wrapLines(long, 40)).toBe(
		[
			'tautop: Tautulli does not answer at',
			'  http://tower:8181/a-path-that-is-wider-than-a-line,',
			'  and so on.',
			'  Is it running?',
			'',
		].join('\n'),
	);
});

test('what is written over stays one line', () => {
	const line = `\r${'collecting '.repeat(20)}`;
	expect(wrapLines(line, 40)).toBe(line);
});

test('only a terminal gets shorter lines', () => {
	const written: string[] = [];
	const output = {write: (text: string) => void written.push(text), isTTY: false, columns: 40};
	wrapping(output).write(long);
	wrapping({...output, isTTY: true}).write(long);
	expect(written).toEqual([long, wrapLines(long, 40)]);
});
