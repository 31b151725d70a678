import type {Database} from '../database.ts';

/** How far a pass over the history has come in one library (`''`: rows of no library that is known). */
export type MirrorPart = {
	readonly sectionId: string;
	/** All rows that started on this local day of the server or later are done; null: none yet. Days since 1970-01-01. */
	readonly fromDay: number | null;
	readonly done: boolean;
};

/** The bookmarks of a first fill or a comparison, so that it goes on where it was cut off. */
export type MirrorParts = {
	/** Of the pass that is under way; empty: none is. */
	readonly list: (serverId: number) => MirrorPart[];
	/** Begins a pass over these libraries, or adds those that are new to the one under way. */
	readonly begin: (serverId: number, sectionIds: readonly string[], at: number) => void;
	/** When the pass under way began (Unix seconds); null: none is. */
	readonly beganAt: (serverId: number) => number | null;
	readonly save: (serverId: number, part: MirrorPart) => void;
	/** Ends the pass. */
	readonly clear: (serverId: number) => void;
};

type Row = {readonly section_id: string; readonly from_day: number | null; readonly done: number};

export const createMirrorParts = (database: Database): MirrorParts => {
	const select = database.prepare<[number], Row>(
		'SELECT section_id, from_day, done FROM mirror_parts WHERE server_id = ? ORDER BY section_id',
	);
	const insert = database.prepare<[number, string, number]>(
		'INSERT OR IGNORE INTO mirror_parts (server_id, section_id, began_at) VALUES (?, ?, ?)',
	);
	const update = database.prepare<[number | null, number, number, string]>(
		'UPDATE mirror_parts SET from_day = ?, done = ? WHERE server_id = ? AND section_id = ?',
	);
	const oldest = database.prepare<[number], {at: number | null}>(
		'SELECT min(began_at) AS at FROM mirror_parts WHERE server_id = ?',
	);
	const remove = database.prepare<[number]>('DELETE FROM mirror_parts WHERE server_id = ?');
	return {
		list: serverId =>
			select.all(serverId).map(row => ({sectionId: row.section_id, fromDay: row.from_day, done: row.done === 1})),
		begin: (serverId, sectionIds, at) =>
			database.immediate(() => {
				for (const sectionId of sectionIds) insert.run(serverId, sectionId, at);
			}),
		beganAt: serverId => oldest.get(serverId)?.at ?? null,
		save: (serverId, {sectionId, fromDay, done}) => void update.run(fromDay, done ? 1 : 0, serverId, sectionId),
		clear: serverId => void remove.run(serverId),
	};
};
