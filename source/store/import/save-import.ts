import type {ImportShare} from '../../domain/importing.ts';
import type {RotationState} from '../../domain/rotation.ts';
import type {Database} from '../database.ts';
import type {HeldLease} from '../lease.ts';
import {countReasons, type HeroDatabase} from './hero-database.ts';
import type {HeroPin, HeroRotation, HeroSnapshot} from './hero-rows.ts';

/** A rotation with what is thought of it. */
export type JudgedRotation = HeroRotation & {readonly state: RotationState};

export type Import = {
	/** The file, for people to read. */
	readonly source: string;
	readonly hero: Pick<HeroDatabase, 'pins' | 'snapshots'>;
	readonly rotations: readonly JudgedRotation[];
	/** Unix seconds. */
	readonly at: number;
	/** Null: everything is taken back at the end, so that it is only known what would be taken. */
	readonly lease: HeldLease | null;
	/** Ends it between two steps: then nothing is stored. */
	readonly signal: AbortSignal;
};

/** What was taken; of rotations and pins the refused ones are known before. */
export type Imported = {
	readonly snapshots: ImportShare;
	readonly rotations: Pick<ImportShare, 'taken' | 'known'>;
	readonly pins: Pick<ImportShare, 'taken' | 'known'>;
};

const insertSnapshotSql = `
INSERT INTO collection_analytics (collection_name, plex_library, rating_key, media_type, total_plays,
	total_duration_seconds, unique_users, rotation_id, collected_at, extra_data)
SELECT :name, :library, :key, :type, :plays, :seconds, :users, :rotation, :at, :extra WHERE NOT EXISTS (
	SELECT 1 FROM collection_analytics INDEXED BY collection_analytics_by_name
	WHERE collection_name = :name AND collected_at = :at AND plex_library IS :library AND rating_key IS :key
		AND media_type IS :type AND total_plays IS :plays AND total_duration_seconds IS :seconds
		AND unique_users IS :users AND extra_data IS :extra
)`;

const knownRotationSql = 'SELECT id FROM rotations WHERE created_at = ? AND featured = ?';

/** A dry run may show only later, when others have snapshots and it has none. */
const saveRotationSql = `
INSERT INTO rotations (rotation_id, created_at, state, featured, source, imported_at, seen_at)
VALUES (:rotationId, :createdAt, :state, :names, :source, :at, :at)
ON CONFLICT (created_at, featured) DO UPDATE SET state = excluded.state, seen_at = max(seen_at, excluded.seen_at)`;

const knownPinSql = 'SELECT 1 AS known FROM pins WHERE library = ? AND name = ? AND pinned_at = ?';

const savePinSql = `
INSERT INTO pins (library, name, pinned_at, home, shared, recommended, source, seen_at)
VALUES (:library, :name, :pinnedAt, :home, :shared, :recommended, :source, :at)
ON CONFLICT (library, name, pinned_at) DO UPDATE SET home = excluded.home, shared = excluded.shared,
	recommended = excluded.recommended, seen_at = max(seen_at, excluded.seen_at)`;

/** Some hundredths of a second of work. */
const rowsAtOnce = 2000;

/** Ends a look: what it wrote is taken back. */
class OnlyLooked extends Error {}

const shareOf = <Row>(rows: readonly Row[], save: (row: Row) => boolean): Pick<ImportShare, 'taken' | 'known'> => {
	const taken = rows.filter(save).length;
	return {taken, known: rows.length - taken};
};

const createWriters = (database: Database, {source, at}: Import) => {
	const insertSnapshot = database.prepare<[HeroSnapshot]>(insertSnapshotSql);
	const knownRotation = database.prepare<[number, string]>(knownRotationSql);
	const saveRotation = database.prepare<[object]>(saveRotationSql);
	const knownPin = database.prepare<[string, string, number]>(knownPinSql);
	const savePin = database.prepare<[object]>(savePinSql);
	return {
		/** These say whether the row is a new one. */
		snapshot: (row: HeroSnapshot): boolean => insertSnapshot.run(row) > 0,
		rotation: ({rotationId, createdAt, state, featured}: JudgedRotation): boolean => {
			const names = JSON.stringify(featured.map(({library, name}) => [library, name]));
			const isNew = knownRotation.get(createdAt, names) === undefined;
			saveRotation.run({rotationId, createdAt, state, names, source, at});
			return isNew;
		},
		pin: (pin: HeroPin): boolean => {
			const isNew = knownPin.get(pin.library, pin.name, pin.pinnedAt) === undefined;
			savePin.run({...pin, source, at});
			return isNew;
		},
	};
};

/**
 * Writes an import in one transaction: all of it or nothing, and nothing twice. Yields where the thread may be given
 * back. Throws `busy` when the lease was lost to another run.
 */
export function* saveImport(database: Database, found: Import): Generator<void, Imported> {
	let imported: Imported | null = null;
	try {
		yield* database.immediateSteps(function* () {
			found.lease?.renew();
			const save = createWriters(database, found);
			const rotations = shareOf(found.rotations, save.rotation);
			const pins = shareOf(found.hero.pins.rows, save.pin);
			const reasons = new Map<string, number>();
			let [rows, taken, refused] = [0, 0, 0];
			for (const read of found.hero.snapshots()) {
				rows += 1;
				if ('row' in read) taken += Number(save.snapshot(read.row));
				else {
					refused += 1;
					reasons.set(read.refused, (reasons.get(read.refused) ?? 0) + 1);
				}
				if (rows % rowsAtOnce > 0) continue;
				yield;
				found.signal.throwIfAborted();
			}
			const known = rows - taken - refused;
			imported = {snapshots: {found: rows, taken, known, refused: countReasons(reasons)}, rotations, pins};
			if (!found.lease) throw new OnlyLooked();
		});
	} catch (error) {
		if (!(error instanceof OnlyLooked)) throw error;
	}
	if (!imported) throw new Error('An import ended without a result.');
	return imported;
}
