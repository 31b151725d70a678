import {needsSubject, type Subject, type Takes} from '../../views/plan/query.ts';
import type {View} from '../../views/plan/view.ts';
import type {Examples} from '../command.ts';

/** What its argument may be, quoted as a shell wants it. */
const subjects: Readonly<Record<Subject['kind'], string>> = {
	user: 'nadia',
	title: '"Salt Harbour"',
	collection: '"Northern Light"',
	date: '2026-11-21',
	row: '12345',
	session: '7',
	text: '"Northern Light"',
};

type Example = readonly [flags: string, does: string];

const first = ({window}: Takes): Example => {
	if (window === 'months') return [' --days 365', 'of the last year'];
	return window ? [' --days 7', 'of the last week'] : ['', 'on this terminal'];
};

const second = ({narrowing, window}: Takes): Example => {
	if (narrowing === true) return [' --library Movies --decision transcode', 'only transcodes, of one library'];
	return window ? [' --days 0 --csv', 'of all time, for a spreadsheet'] : [' --json', 'for a script'];
};

/** Examples of a view: its own, and where these are fewer than two, what it takes as anybody would first try it. */
export const viewExamples = ({name, takes, examples}: View): Examples => {
	const subject = takes.subject && needsSubject(takes) ? ` ${subjects[takes.subject.kind]}` : '';
	const made = [first(takes), second(takes)].map(
		([flags, does]) => [`tautop ${name}${subject}${flags}`, does] as const,
	);
	const own = Object.entries(examples);
	return Object.fromEntries([...own, ...made.slice(0, Math.max(0, 2 - own.length))]);
};
