import {wrapWords} from '../../canvas/wrap.ts';
import type {Output} from '../command.ts';
import {widest} from './widest.ts';

/** What a line that goes on is moved in by. */
const indent = '  ';

const wrapLine = (line: string, width: number): string => {
	const text = line.trimStart();
	const before = line.slice(0, line.length - text.length);
	const [first = '', ...others] = wrapWords(text, Math.max(20, width - (before || indent).length));
	return [before + first, ...others.map(other => (before || indent) + other)].join('\n');
};

/** Sentences in lines of at most so many cells, broken between words. What is written over, as a line of progress, stays. */
export const wrapLines = (text: string, width: number): string =>
	text.endsWith('\n') && !text.includes('\r')
		? text
				.split('\n')
				.map(line => wrapLine(line, width))
				.join('\n')
		: text;

/** The same output for sentences: on a terminal they are broken between words, elsewhere they stay whole. */
export const wrapping = (output: Output): Output =>
	output.isTTY ? {...output, write: text => output.write(wrapLines(text, Math.min(widest, output.columns)))} : output;
