import type {Promoted} from '../../domain/collection.ts';
import type {Look, LookSpan, Placed, PromotionState, SectionLooks} from '../../domain/promotion.ts';
import type {Database} from '../database.ts';
import {type Flags, writeFlags} from '../flags.ts';

/** One look at a library. */
type SectionLook = Look & {readonly sectionUuid: string};

/** The looks at what is promoted, kept as spans: a look that finds nothing new changes one row. */
export type Promotions = {
	/**
	 * Called inside a transaction, after the collections of the library were stored. Returns how many collections are shown
	 * otherwise than at the look before; null: a look of that time or a later one is stored already.
	 */
	readonly saveLook: (look: SectionLook) => number | null;
	/** Unix seconds; null: nobody ever looked. */
	readonly lastLook: (sectionUuid: string) => number | null;
	/** As far as it reaches into the time from `from` on. */
	readonly ofSection: (sectionUuid: string, from: number) => SectionLooks;
};

/** Looks that are closer together than this are one span: lift.md judges longer gaps only. */
const longestUnjudged = 6 * 3600;

/** What was so long before may still say what was known at a time. */
const longestJudged = 48 * 3600;

const nowhere: Placed = {promoted: {home: false, shared: false, recommended: false}, row: null};

type SpanRow = {readonly first_at: number; readonly last_at: number};
type StateRow = {readonly [Name in keyof Flags]: number} & {
	readonly rating_key: number;
	readonly since: number;
	readonly until: number | null;
	readonly place: number | null;
	readonly joins: number;
};

/** Those of the last full listing. */
const listedSql = `
SELECT CAST(one.rating_key AS TEXT) AS rating_key FROM collections AS one
JOIN sections AS place ON place.section_uuid = one.section_uuid AND place.section_id = one.section_id
WHERE one.section_uuid = ? AND place.gone = 0 AND one.last_seen = place.listed_at`;

/** One for each way to be promoted: a year has many thousand states. */
const flagsOf: readonly Promoted[] = Array.from({length: 8}, (_, bits) => {
	return {home: (bits & 1) !== 0, shared: (bits & 2) !== 0, recommended: (bits & 4) !== 0};
});

/** A state in its span, its flags as bits of one number. */
type PastRow = readonly [
	key: number,
	since: number,
	until: number | null,
	flags: number,
	place: number | null,
	joins: number,
];

const pastSql = `
SELECT rating_key, since, until, home + 2 * shared + 4 * recommended, place, joins FROM promotion_states
WHERE section_uuid = ? AND (until IS NULL OR until >= ?) ORDER BY rating_key, since`;

const isSame = (state: StateRow, {promoted, row}: Placed): boolean =>
	state.home === Number(promoted.home) &&
	state.shared === Number(promoted.shared) &&
	state.recommended === Number(promoted.recommended) &&
	state.place === row;

/** Rows come key by key. */
const byKey = (rows: readonly PastRow[], lastLook: number): Map<string, PromotionState[]> => {
	const states = new Map<string, PromotionState[]>();
	let [lastKey, known]: [number | null, PromotionState[]] = [null, []];
	for (const [key, first, until, flags, row, joins] of rows) {
		if (key !== lastKey) {
			[lastKey, known] = [key, []];
			states.set(String(key), known);
		}
		known.push({first, last: until ?? lastLook, promoted: flagsOf[flags] ?? nowhere.promoted, row, joins: joins === 1});
	}
	return states;
};

export const createPromotions = (database: Database): Promotions => {
	const latest = database.prepare<[string], SpanRow>(
		'SELECT first_at, last_at FROM look_spans WHERE section_uuid = ? ORDER BY first_at DESC LIMIT 1',
	);
	const spans = database.prepare<[string, number], SpanRow>(
		'SELECT first_at, last_at FROM look_spans WHERE section_uuid = ? AND last_at >= ? ORDER BY first_at',
	);
	const prolong = database.prepare<[number, string, number]>(
		'UPDATE look_spans SET last_at = ?, looks = looks + 1 WHERE section_uuid = ? AND first_at = ?',
	);
	const begin = database.prepare<[string, number, number]>(
		'INSERT INTO look_spans (section_uuid, first_at, last_at, looks) VALUES (?, ?, ?, 1)',
	);
	const listed = database.prepare<[string], {rating_key: string}>(listedSql);
	const listing = database.prepare<[string], {at: number | null}>(
		'SELECT max(listed_at) AS at FROM sections WHERE section_uuid = ? AND gone = 0',
	);
	const past = database.prepareRaw<[string, number], PastRow>(pastSql);
	const open = database.prepare<[string], StateRow>(
		'SELECT * FROM promotion_states WHERE section_uuid = ? AND until IS NULL',
	);
	const close = database.prepare<[number, string, number]>(
		'UPDATE promotion_states SET until = ? WHERE section_uuid = ? AND rating_key = ? AND until IS NULL',
	);
	const insert = database.prepare<unknown[]>(
		`INSERT INTO promotion_states (section_uuid, rating_key, since, home, shared, recommended, place, joins)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
	);

	const saveSpan = (sectionUuid: string, at: number, last: SpanRow | undefined): void => {
		if (last && at - last.last_at <= longestUnjudged) prolong.run(at, sectionUuid, last.first_at);
		else begin.run(sectionUuid, at, at);
	};

	const saveState = (sectionUuid: string, key: string, at: number, placed: Placed, joins: boolean): void => {
		const {home, shared, recommended} = writeFlags(placed.promoted);
		insert.run(sectionUuid, key, at, home, shared, recommended, placed.row, Number(joins));
	};

	/** What the last listing holds, and what was first seen after it: that is there until a listing lacks it. */
	const knownKeys = (sectionUuid: string, open: readonly StateRow[]): Set<string> => {
		const listedAt = listing.get(sectionUuid)?.at ?? Number.NEGATIVE_INFINITY;
		const newer = open.filter(({since}) => since >= listedAt).map(state => String(state.rating_key));
		return new Set([...listed.all(sectionUuid).map(row => row.rating_key), ...newer]);
	};

	const saveLook = ({sectionUuid, at, placed}: SectionLook): number | null => {
		const last = latest.get(sectionUuid);
		if (last && at <= last.last_at) return null;
		const before = new Map(open.all(sectionUuid).map(state => [String(state.rating_key), state]));
		const known = new Set([...knownKeys(sectionUuid, [...before.values()]), ...placed.keys()]);
		let changed = 0;
		for (const key of known) {
			const [state, found] = [before.get(key), placed.get(key) ?? nowhere];
			before.delete(key);
			if (state && isSame(state, found)) continue;
			if (state && last) close.run(last.last_at, sectionUuid, state.rating_key);
			saveState(sectionUuid, key, at, found, state !== undefined);
			changed += Number(state !== undefined);
		}
		// What is left is no collection of the library any more.
		for (const {rating_key: key} of before.values()) if (last) close.run(last.last_at, sectionUuid, key);
		saveSpan(sectionUuid, at, last);
		return changed;
	};

	return {
		saveLook,
		lastLook: sectionUuid => latest.get(sectionUuid)?.last_at ?? null,
		ofSection: (sectionUuid, from) => ({
			looks: spans
				.all(sectionUuid, from - longestJudged)
				.map(({first_at: first, last_at: last}): LookSpan => ({first, last})),
			states: byKey(past.all(sectionUuid, from - longestJudged), latest.get(sectionUuid)?.last_at ?? 0),
		}),
	};
};
