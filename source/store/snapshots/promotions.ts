import type {Promoted} from '../../domain/collection.ts';
import type {Database} from '../database.ts';
import {type Flags, readFlags, writeFlags} from '../flags.ts';

/**
 * A span in which every look found the same flags. Null flags: Plex would not say. What lies between two spans is
 * unknown, and so is a gap of more than 48 hours, which ends a span. Times are Unix seconds of the first and last look.
 */
type PromotionInterval = {
	readonly sectionUuid: string;
	readonly ratingKey: string;
	readonly promoted: Promoted | null;
	readonly firstSeen: number;
	readonly lastSeen: number;
};

/** What one look found, and when the section was listed before it (null: never). */
type Look = {
	readonly sectionUuid: string;
	readonly ratingKey: string;
	readonly promoted: Promoted | null;
	readonly at: number;
	readonly listedBefore: number | null;
};

export type Promotions = {
	/** Of one collection, oldest first. */
	readonly intervals: (sectionUuid: string, ratingKey: string) => PromotionInterval[];
	/** Called inside the transaction of a run. */
	readonly saveLook: (look: Look) => void;
};

/** Nobody can say what happened in a longer silence. */
const longestGapSeconds = 48 * 3600;

type Row = Flags & {readonly id: number; readonly first_seen: number; readonly last_seen: number};

const sameFlags = (row: Flags, flags: Flags): boolean =>
	row.home === flags.home && row.shared === flags.shared && row.recommended === flags.recommended;

/** A span goes on when the flags are the same, no run in between missed the collection, and the silence was short. */
const goesOn = (last: Row, look: Look): boolean =>
	sameFlags(last, writeFlags(look.promoted)) &&
	look.at - last.last_seen <= longestGapSeconds &&
	(look.listedBefore === null || last.last_seen >= look.listedBefore);

export const createPromotions = (database: Database): Promotions => {
	const ofOne = database.prepare<[string, string], Row>(
		'SELECT * FROM promotions WHERE section_uuid = ? AND rating_key = ? ORDER BY last_seen, id',
	);
	const latest = database.prepare<[string, string], Row>(
		'SELECT * FROM promotions WHERE section_uuid = ? AND rating_key = ? ORDER BY last_seen DESC, id DESC LIMIT 1',
	);
	const extend = database.prepare<[number, number]>('UPDATE promotions SET last_seen = max(last_seen, ?) WHERE id = ?');
	const insert = database.prepare<unknown[]>(
		`INSERT INTO promotions (section_uuid, rating_key, home, shared, recommended, first_seen, last_seen)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
	);
	return {
		intervals: (sectionUuid, ratingKey) =>
			ofOne.all(sectionUuid, ratingKey).map(row => ({
				sectionUuid,
				ratingKey,
				promoted: readFlags(row),
				firstSeen: row.first_seen,
				lastSeen: row.last_seen,
			})),
		saveLook: look => {
			const {sectionUuid, ratingKey, at} = look;
			const last = latest.get(sectionUuid, ratingKey);
			if (last && goesOn(last, look)) {
				extend.run(at, last.id);
				return;
			}
			const {home, shared, recommended} = writeFlags(look.promoted);
			insert.run(sectionUuid, ratingKey, home, shared, recommended, at, at);
		},
	};
};
