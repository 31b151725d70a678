import type {Measure} from '../../domain/media.ts';
import type {Window} from '../../domain/period.ts';
import type {Choice, Narrowing, NarrowingKind} from '../../domain/plays/narrowing.ts';
import {folded} from '../../domain/text/folded.ts';
import {comparable} from '../../domain/text/text.ts';
import {dayText, localDay} from '../../domain/zone.ts';
import type {Sources} from '../../questions/sources.ts';
import type {Subject, ViewQuery} from '../../views/plan/query.ts';
import type {View} from '../../views/plan/view.ts';
import type {Context} from '../command.ts';
import {hasFlag, numberFlag, textFlag, textsFlag} from '../line/flag-values.ts';
import {checkDay, dayOf, isDate, usage} from './dates.ts';
import {readMoment} from './moment-flag.ts';
import {narrowingFlags} from './narrowing-flags.ts';

/**
 * What is asked of the window, checked before anything is opened; the zone is known only then. Days are as they were typed. `zoned`:
 * what is asked means something else in another zone.
 */
export type WindowFlags = {readonly window: Window; readonly at: string | null; readonly zoned: boolean};

const checkOrder = (from: string, to: string): void => {
	if (from > to) throw usage('--from must not be after --to.', `There is no day from ${from} to ${to}.`);
};

export const windowFlags = (context: Context, {takes}: View): WindowFlags => {
	const days = numberFlag(context, 'days');
	const [date, first, last, at] = ['date', 'from', 'to', 'at'].map(name => textFlag(context, name));
	if (date !== undefined && [days, first, last, at].some(given => given !== undefined)) {
		throw usage('--date excludes --days, --from, --to and --at.', '--date is one whole day.');
	}
	const [from, to] = date === undefined ? [first, last] : [date, date];
	const [subject] = takes.subject?.kind === 'date' ? context.args : [];
	const zoned = at !== undefined || [subject, from, to].some(text => text !== undefined && !isDate(text));
	if (days !== undefined && (from !== undefined || to !== undefined)) {
		throw usage('--days and --from, --to exclude each other.', 'Ask for the last days, or for dates.');
	}
	if (at !== undefined && from !== undefined)
		throw usage('--at and --from exclude each other.', '--at ends a window of days.');
	if (to !== undefined && from === undefined)
		throw usage('--to needs --from.', 'Write both: --from 2026-11-01 --to 2026-11-07.');
	if (from === undefined) return {window: {days: days ?? (takes.window ? 30 : 0)}, at: at ?? null, zoned};
	checkDay(date === undefined ? '--from' : '--date', from, context.now());
	if (to !== undefined) checkDay('--to', to, context.now());
	if (to !== undefined && isDate(from) && isDate(to)) checkOrder(from, to);
	return {window: {from, to: to ?? ''}, at: null, zoned};
};

const windowOf = ({window, at}: WindowFlags, zone: string, context: Context): Window => {
	const now = context.now();
	if ('from' in window) {
		const today = dayText(localDay(zone, now));
		const from = dayOf('--from', window.from, zone, now);
		const to = window.to === '' ? today : dayOf('--to', window.to, zone, now);
		if (from > today) throw usage('--from must not be in the future.', `Today is ${today} on the server.`);
		checkOrder(from, to);
		return {from, to};
	}
	if (at === null) return window;
	const moment = readMoment(at, zone);
	if (moment.at > now) throw usage('--at must not be in the future.', 'Nobody knows what will be watched.');
	if (moment.told !== '') context.stderr.write(`tautop: ${moment.told}\n`);
	return {...window, at: moment.at};
};

/** How many names stand in a sentence. */
const mostNames = 5;

/** The one that is called so; a name that several have is all of them. Nothing is called so: a usage error with the nearest. */
const lookUp = async (
	sources: Pick<Sources, 'choices'>,
	kind: NarrowingKind,
	text: string,
	signal: AbortSignal,
): Promise<readonly Choice[]> => {
	const found = await sources.choices({kind, text, limit: 50}, signal);
	const alike = found.filter(({name}) => comparable(name) === comparable(text));
	// A name is found without its accents too, as by a search, while none is written so.
	const same = alike.length > 0 ? alike : found.filter(({name}) => folded(name) === folded(text));
	if (same.length > 0) return same;
	const byNumber = /^\d+$/.test(text) ? found.filter(({id}) => id === text) : [];
	if (byNumber.length > 0) return byNumber;
	// A number that nothing is called may still be a key that was never played.
	if (/^\d+$/.test(text) && (kind === 'title' || kind === 'user')) return [{id: text, name: text}];
	const word = kind === 'mediaType' ? 'type' : kind;
	const near = [...new Set(found.map(({name}) => `"${name}"`))].slice(0, mostNames);
	throw usage(
		`No ${word} is called "${text}".`,
		near.length === 0
			? 'There is no name like it.'
			: `The nearest ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}.`,
	);
};

const whereOf = async (context: Context, sources: Sources): Promise<Narrowing> => {
	const kinds = await Promise.all(
		narrowingFlags.map(async ({kind, name, exact}) => {
			const texts = textsFlag(context, name);
			const choices = await Promise.all(
				texts.map(async text => exact(text) ?? (await lookUp(sources, kind, text, context.signal))),
			);
			return [kind, choices.flat()] as const;
		}),
	);
	const text = textFlag(context, 'search');
	return {
		...Object.fromEntries(kinds.filter(([, choices]) => choices.length > 0)),
		...(text === undefined ? {} : {text}),
	};
};

/** What an argument is about. Dates and numbers are checked, names looked up. */
const subjectOf = async (
	context: Context,
	subject: Subject,
	sources: Sources,
	zone: string,
): Promise<Choice | null> => {
	const [text] = context.args;
	if (text === undefined) return null;
	switch (subject.kind) {
		case 'date': {
			const date = dayOf('The argument', text, zone, context.now());
			return {id: date, name: date};
		}
		case 'row':
			if (!/^\d+$/.test(text)) throw usage('The argument must be a row id.', 'tautop history --json has them.');
			return {id: text, name: text};
		case 'session':
		case 'text':
			return {id: text, name: text};
		default: {
			const [, id] = /^(?:key|id):(\d+)$/.exec(text) ?? [];
			if (id !== undefined) return {id, name: text};
			const [first] = await lookUp(sources, subject.kind, text, context.signal);
			return first ?? null;
		}
	}
};

const isMeasure = (text: string): text is Measure => ['plays', 'duration', 'users'].includes(text);

/** The flags that belong to the view alone, as far as they were given. */
const ownFlags = (context: Context, {takes}: View): Readonly<Record<string, number | boolean>> =>
	Object.fromEntries(
		(takes.flags ?? []).flatMap(({name, type}): ReadonlyArray<readonly [string, number | boolean]> => {
			const value = type === 'number' ? numberFlag(context, name) : hasFlag(context, name);
			return value === undefined ? [] : [[name, value]];
		}),
	);

/** What a view is asked with, from flags and arguments that were checked. Names are looked up among those that history has. */
export const viewQuery = async (
	context: Context,
	view: View,
	flags: WindowFlags,
	sources: Sources,
	zone: string,
): Promise<ViewQuery> => {
	const measure = textFlag(context, 'y-axis') ?? '';
	return {
		window: windowOf(flags, zone, context),
		measure: isMeasure(measure) ? measure : (view.takes.measure?.[0] ?? 'plays'),
		where: view.takes.narrowing ? await whereOf(context, sources) : {},
		subject: view.takes.subject ? await subjectOf(context, view.takes.subject, sources, zone) : null,
		limit: numberFlag(context, 'limit') ?? null,
		start: numberFlag(context, 'start') ?? 0,
		given: ownFlags(context, view),
	};
};
