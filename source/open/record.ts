import type {StoredEvent} from '../domain/events.ts';
import type {Activity} from '../domain/session.ts';
import type {Sources} from '../questions/sources.ts';

/** Notes it when more streams run at once than ever before. */
export type RecordWatch = {readonly seen: (activity: Pick<Activity, 'streamCount' | 'sessions'>) => Promise<void>};

export type RecordDeps = {
	readonly peaks: Sources['peaks'];
	readonly note: (event: StoredEvent) => void;
	/** The records that were noted last: one is told once, whoever was running then. */
	readonly noted: () => readonly StoredEvent[];
	/** Unix seconds. */
	readonly now: () => number;
};

type Most = {readonly count: number; readonly date: string};

/** One stream alone is no record. */
const fewest = 2;

/** The last month is at hand and nearly always enough; all of time is looked through only where that has less. */
const windows = [30, 0] as const;

/** While the mirror does not know all, it is not asked with each answer. */
const waitSeconds = 300;

/** More names are a list that nobody reads. */
const mostNames = 8;

/** Who was watching, each once. */
const namesOf = (sessions: Activity['sessions']): string => {
	const names = [...new Set(sessions.map(({user}) => user))].filter(Boolean);
	const more = names.length > mostNames ? [`${names.length - mostNames} more`] : [];
	return [...names.slice(0, mostNames), ...more].join(', ');
};

export const createRecordWatch = ({peaks, note, noted, now}: RecordDeps): RecordWatch => {
	/** So many at once are no record. */
	let known = fewest - 1;
	let isLooking = false;
	let waitsUntil = Number.NEGATIVE_INFINITY;

	/** The most of a window; null: none, or not all of it is known yet. */
	const mostOf = async (days: (typeof windows)[number]): Promise<Most | null> => {
		const {own, coverage} = await peaks({window: {days}, where: {}});
		if (coverage.knownFrom !== null) return null;
		return own.counts.reduce<Most | null>(
			(most, count, index) =>
				count !== null && count > (most?.count ?? 0) ? {count, date: own.categories[index] ?? ''} : most,
			null,
		);
	};

	const look = async (count: number, who: string): Promise<void> => {
		let before: Most | null = null;
		for (const days of windows) {
			before = await mostOf(days);
			if (before === null) {
				waitsUntil = now() + waitSeconds;
				return;
			}
			known = Math.max(known, before.count);
			if (count <= known) return;
		}
		if (before === null) return;
		known = count;
		const text = `${count} streams at once, the most ever; before: ${before.count} on ${before.date}`;
		// Who was seen first may be told otherwise by another program: the record is the same.
		if (noted().some(event => event.text.startsWith(text))) return;
		note({at: now(), kind: 'record', text: [text, who].filter(Boolean).join('; ')});
	};

	return {
		seen: async ({streamCount, sessions}) => {
			if (isLooking || streamCount <= known || now() < waitsUntil) return;
			isLooking = true;
			// Where the mirror cannot tell, nothing is known to be a record.
			await look(streamCount, namesOf(sessions)).catch(() => undefined);
			isLooking = false;
		},
	};
};
