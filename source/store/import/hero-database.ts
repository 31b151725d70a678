import {AppError} from '../../domain/app-error.ts';
import type {PassedOver, Refused} from '../../domain/importing.ts';
import {cleanText} from '../../domain/text/text.ts';
import {timeSeconds} from '../times.ts';
import {type ForeignDatabase, type ForeignRow, openForeign} from './foreign-database.ts';
import {
	type HeroPin,
	type HeroRotation,
	type HeroSnapshot,
	type ReadRow,
	readHeroSnapshot,
	readPin,
	readRotation,
} from './hero-rows.ts';

/** Rows of a table: those that were read, how many there were, and why others were not read. */
type ReadRows<Row> = {
	readonly rows: readonly Row[];
	readonly found: number;
	readonly refused: readonly Refused[];
};

/** What tells that a rotation really took place: a snapshot that was taken after it, or a simulation that was applied. */
type Evidence = {
	/** Which rotation a snapshot is of, and when it was taken. */
	readonly collected: ReadonlyArray<{readonly rotationId: number; readonly at: number}>;
	readonly applied: readonly number[];
};

/** A database of homescreen-hero, open in a copy. Times are Unix seconds. */
export type HeroDatabase = {
	readonly rotations: ReadRows<HeroRotation>;
	readonly pins: ReadRows<HeroPin>;
	readonly evidence: Evidence;
	readonly passedOver: readonly PassedOver[];
	/** There may be very many, so they come one at a time. */
	readonly snapshots: () => Iterable<ReadRow<HeroSnapshot>>;
	readonly close: () => void;
};

const needed: Readonly<Record<string, readonly string[]>> = {
	rotation_records: ['id', 'created_at', 'featured_collections'],
	collection_analytics: ['collection_name', 'plex_library', 'total_plays', 'collected_at'],
	pinned_collections: ['collection_name', 'library_name', 'pinned_at'],
};

/** Its tables that hold what tautop has a use for; each came with another version. */
const hasTable = ({tables}: ForeignDatabase, table: string): boolean => {
	const [columns, words] = [tables.get(table), needed[table]];
	if (!columns || !words) return false;
	return words.every(column => columns.has(column));
};

const rowsIn = (database: ForeignDatabase, table: string): Iterable<ForeignRow> =>
	hasTable(database, table) ? database.rows(table) : [];

/** Reasons with how often each was given, the most frequent first. */
export const countReasons = (reasons: ReadonlyMap<string, number>): readonly Refused[] =>
	[...reasons].map(([reason, rows]) => ({reason, rows})).sort((one, two) => two.rows - one.rows);

const readAll = <Row>(rows: Iterable<ForeignRow>, read: (row: ForeignRow) => ReadRow<Row>): ReadRows<Row> => {
	const found: Row[] = [];
	const reasons = new Map<string, number>();
	let count = 0;
	for (const raw of rows) {
		count += 1;
		const result = read(raw);
		if ('row' in result) found.push(result.row);
		else reasons.set(result.refused, (reasons.get(result.refused) ?? 0) + 1);
	}
	return {rows: found, found: count, refused: countReasons(reasons)};
};

const hourSeconds = 3600;

/** A rotation takes its snapshots one after another; the first of an hour is as good as all. */
const readCollected = (database: ForeignDatabase): Evidence['collected'] => {
	const first = new Map<string, {rotationId: number; at: number}>();
	for (const {rotation_id: rotationId, collected_at: collectedAt} of rowsIn(database, 'collection_analytics')) {
		const at = timeSeconds(collectedAt);
		if (typeof rotationId !== 'number' || at === null) continue;
		const key = `${rotationId} ${Math.floor(at / hourSeconds)}`;
		const known = first.get(key);
		if (!known || at < known.at) first.set(key, {rotationId, at});
	}
	return [...first.values()];
};

const readApplied = (database: ForeignDatabase): readonly number[] => {
	if (!database.tables.get('pending_simulations')?.has('applied_at')) return [];
	return [...database.rows('pending_simulations')].map(({applied_at: at}) => timeSeconds(at)).filter(at => at !== null);
};

const reasons: Readonly<Record<string, string>> = {
	collection_usage: 'how often each was shown follows from the rotations',
	pending_simulations: 'a simulation shows nothing; one that was applied is a rotation too',
	collection_display_order: 'an order without a time does not tell what was shown when',
	users: 'accounts of homescreen-hero',
	source_sync_records: 'about lists that homescreen-hero reads',
};

const otherReason = (table: string): string => {
	if (needed[table]) return 'a table of that name, but not as homescreen-hero has it';
	return table.endsWith('_missing_items')
		? 'about lists that homescreen-hero reads'
		: 'nothing that tautop has a use for';
};

const passedOver = (database: ForeignDatabase): readonly PassedOver[] =>
	[...database.tables.keys()]
		.filter(table => !hasTable(database, table))
		.map(table => ({
			table: cleanText(table),
			rows: database.count(table),
			reason: reasons[table] ?? otherReason(table),
		}))
		.filter(({rows}) => rows > 0);

const refuseOthers = (database: ForeignDatabase, file: string): void => {
	if (hasTable(database, 'rotation_records') || hasTable(database, 'collection_analytics')) return;
	throw new AppError('store', `${file} is not a database of homescreen-hero: it has neither rotations nor snapshots.`, {
		hint: 'Name the file homescreen_hero.sqlite of its data folder.',
	});
};

/**
 * Opens a database of homescreen-hero of any version, in a copy of one moment; others may write to it meanwhile. Throws
 * as `openForeign`, and `store` for one of another program.
 */
export const openHero = async (file: string, own: string, now: number): Promise<HeroDatabase> => {
	const database = await openForeign(file, own);
	try {
		refuseOthers(database, file);
		const snapshots = function* (): Generator<ReadRow<HeroSnapshot>, void> {
			for (const row of rowsIn(database, 'collection_analytics')) yield readHeroSnapshot(row);
		};
		return {
			rotations: readAll(rowsIn(database, 'rotation_records'), row => readRotation(row, now)),
			pins: readAll(rowsIn(database, 'pinned_collections'), row => readPin(row, now)),
			evidence: {collected: readCollected(database), applied: readApplied(database)},
			passedOver: passedOver(database),
			snapshots,
			close: database.close,
		};
	} catch (error) {
		database.close();
		throw error;
	}
};
