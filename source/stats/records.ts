import type {PeakRecord, Since} from '../domain/plays/at-once.ts';

/** The record that so many streams now beat, so that it is the one before; null: they beat none. */
export const beatenBy = (now: number | null, record: PeakRecord | null): Since | null =>
	now !== null && record && now > record.count ? {count: record.count, at: record.at} : null;

/** The record before a moment, where that moment is the record; null: it is none, or nothing was there to beat. */
export const beatenAt = (moment: Since | null, record: PeakRecord | null): Since | null =>
	moment && record?.at === moment.at ? record.before : null;
