import {fstatSync} from 'node:fs';
import type {Output} from '../command.ts';
import {createIsNew} from '../run/once.ts';

/** A line for whoever reads the journal of a service. */
export type Line = {readonly text: string; readonly isTrouble: boolean};

export type Journal = (line: Line) => void;

/** True where what this descriptor gets goes to systemd's journal, which `JOURNAL_STREAM` names by device and inode. */
export const goesToJournal = (descriptor: number, stream: string | undefined): boolean => {
	try {
		const {dev, ino} = fstatSync(descriptor);
		return stream === `${dev}:${ino}`;
	} catch {
		return false;
	}
};

const two = (part: number): string => String(part).padStart(2, '0');

/** The time of this machine, as people and programs can sort it. */
export const stamp = (at: number): string => {
	const date = new Date(at * 1000);
	const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-');
	return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
};

/**
 * Writes lines: with the time in front, or, for systemd's journal, which has its own, with its mark for a warning. `now` in
 * Unix seconds.
 */
export const createJournal =
	({write}: Pick<Output, 'write'>, now: () => number, isSystemd: boolean): Journal =>
	({text, isTrouble}) => {
		const front = isSystemd ? (isTrouble ? '<4>' : '') : `${stamp(now())} `;
		// One line each, whatever an error says.
		write(`${front}${text.replaceAll(/\s*\n\s*/g, ' ')}\n`);
	};

/** Tells a sentence as trouble, and each one once. */
export const tellOnce = (journal: Journal): ((text: string) => void) => {
	const isNew = createIsNew();
	return text => {
		if (isNew(text)) journal({text, isTrouble: true});
	};
};

/** The same journal for what is about this server; null: there is one only. */
export const about = (name: string | null, journal: Journal): Journal =>
	name === null ? journal : ({text, isTrouble}) => journal({text: `${name}: ${text}`, isTrouble});
