import {formatMonth} from '../canvas/clock.ts';
import {padEnd} from '../canvas/widths.ts';
import type {Progress} from '../domain/run.ts';
import type {Output} from './command.ts';

/** Hears the progress of a run; `end` wipes what stands there. */
export type ProgressLine = {readonly show: (progress: Progress) => void; readonly end: () => void};

const words: Record<Progress['step'], string> = {
	waiting: 'waiting: the history is being read',
	syncing: 'reading history',
	connecting: 'connecting',
	listing: 'listing',
	collecting: 'collecting',
	saving: 'saving',
};

const textOf = ({step, done, total, label, reachesTo}: Progress): string => {
	const count = total === null ? '' : ` ${done} of ${total}`;
	const far = reachesTo === undefined ? '' : `, back to ${formatMonth(reachesTo, null)}`;
	return `${words[step]}${count}${far}${label === '' ? '' : `  ${label}`}`;
};

/** On a terminal one line that is written over (with blanks, so that no escape is needed); to a pipe a line for each step that begins. */
export const progressLine = (stderr: Output, cutMark: string): ProgressLine => {
	const width = Math.max(1, stderr.columns - 1);
	let standing = false;
	let step: Progress['step'] | null = null;
	const show = (progress: Progress): void => {
		if (stderr.isTTY) {
			stderr.write(`\r${padEnd(textOf(progress), width, cutMark)}`);
			standing = true;
		} else if (progress.step !== step) {
			stderr.write(`${textOf({...progress, label: '', reachesTo: undefined})}\n`);
		}
		step = progress.step;
	};
	const end = (): void => {
		if (standing) stderr.write(`\r${' '.repeat(width)}\r`);
		standing = false;
	};
	return {show, end};
};
