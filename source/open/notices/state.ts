import type {NoticeRule} from '../../domain/notices.ts';
import type {Held} from './conditions.ts';

/** Something that goes on, or went on until just now. Times are Unix seconds. */
export type Spell = Omit<Held, 'subject'> & {
	readonly since: number;
	/** Since when it does not hold any more; null: it does. */
	readonly overSince: number | null;
	readonly isTold: boolean;
};

/** What the rules know. Plain values: it is kept as JSON. */
export type NoticesState = {
	/** The time of the last observation; null: there was none. */
	readonly at: number | null;
	/** Since when nobody knows who is watching; null: it is known. */
	readonly unknownSince: number | null;
	/** By rule and subject. */
	readonly spells: Readonly<Record<string, Spell>>;
	/** When something of a kind was last told. */
	readonly toldAt: Readonly<Record<string, number>>;
	/** When something was told in the last hour. */
	readonly recent: readonly number[];
};

export const nothingKnown: NoticesState = {at: null, unknownSince: null, spells: {}, toldAt: {}, recent: []};

/** A rule that was changed is another one. */
export const keyOf = ({when, above, forSeconds}: NoticeRule): string => `${when} ${above ?? ''} ${forSeconds}`;

export const spellKey = (rule: NoticeRule, subject: string): string => `${keyOf(rule)}\t${subject}`;

const mapped = <Value, Result>(
	record: Readonly<Record<string, Value>>,
	change: (value: Value) => Result,
): Readonly<Record<string, Result>> =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const later = (at: number | null, by: number): number | null => (at === null ? null : at + by);

/** Time that nobody saw counts for no grace: what waits, waits on. */
export const passedOver = (spell: Spell, by: number): Spell => ({
	...spell,
	since: spell.isTold ? spell.since : spell.since + by,
	overSince: later(spell.overSince, by),
});

/**
 * The same at another time. A clock that was set back takes all times with it; over a longer gap, as while a machine sleeps,
 * nothing was seen.
 */
export const movedTo = (state: NoticesState, at: number, asleepSeconds: number): NoticesState => {
	if (state.at === null) return {...state, at};
	const by = at - state.at;
	if (by < 0) {
		return {
			at,
			unknownSince: later(state.unknownSince, by),
			spells: mapped(state.spells, spell => ({
				...spell,
				since: spell.since + by,
				overSince: later(spell.overSince, by),
			})),
			toldAt: mapped(state.toldAt, told => told + by),
			recent: state.recent.map(told => told + by),
		};
	}
	if (by <= asleepSeconds) return {...state, at};
	return {
		...state,
		at,
		unknownSince: later(state.unknownSince, by),
		spells: mapped(state.spells, spell => passedOver(spell, by)),
	};
};
