import type {LostKeys} from '../../domain/plays/adoption.ts';
import type {MirrorState} from '../../domain/plays/mirror.ts';
import type {ZoneName} from '../../domain/zone.ts';
import type {Database} from '../database.ts';
import {timeOf} from './absent.ts';

/** A history that was set aside: kept, never counted. Times are Unix seconds. */
export type AsideServer = {
	readonly serverId: number;
	readonly machineIdentifier: string;
	readonly plays: number;
	readonly setAsideAt: number;
	readonly reason: string;
};

/** Which histories there are. The current one is counted, the others are only kept. */
export type MirrorServers = {
	readonly current: () => MirrorState | null;
	/** Begins a new, empty mirror. Throws where one is current. */
	readonly begin: (machineIdentifier: string, at: number) => MirrorState;
	readonly setAside: (serverId: number, reason: string, at: number) => void;
	readonly aside: () => AsideServer[];
	/** The zone that the current history's days are cut in; null: not known. */
	readonly zone: () => ZoneName | null;
	readonly saveZone: (serverId: number, zone: ZoneName | null) => void;
	/** Plays of the current history whose keys Plex has given up, as of a time (Unix seconds); null: never looked at. */
	readonly lostKeys: () => (LostKeys & {readonly at: number}) | null;
	readonly saveLostKeys: (serverId: number, lost: LostKeys, at: number) => void;
	/** A number that changes whenever the plays do. */
	readonly playsVersion: (serverId: number) => number;
	readonly markSynced: (serverId: number, at: number) => void;
	/** Everything was read: the mirror is complete, and Tautulli counts this many rows more than it shows. */
	readonly markCompared: (serverId: number, at: number, hiddenRows: number) => void;
};

type Row = {
	readonly id: number;
	readonly machine_identifier: string;
	readonly complete: number;
	readonly hidden_rows: number;
	readonly synced_at: number | null;
	readonly compared_at: number | null;
	readonly plays_version: number;
};

/** What of a history takes a walk through all of its plays. */
type Walked = {readonly plays: number; readonly newest_stop: number | null};

type AsideRow = {
	readonly id: number;
	readonly machine_identifier: string;
	readonly set_aside_at: number;
	readonly set_aside_reason: string | null;
	readonly plays: number;
};

const currentSql = `
SELECT id, machine_identifier, complete, hidden_rows, synced_at, compared_at, plays_version
FROM mirror_servers WHERE set_aside_at IS NULL`;

const walkSql = `
SELECT (SELECT count(*) FROM plays WHERE server_id = mirror_servers.id) AS plays,
	(SELECT max(stopped_at) FROM plays WHERE server_id = mirror_servers.id) AS newest_stop
FROM mirror_servers WHERE id = ?`;

const asideSql = `
SELECT id, machine_identifier, set_aside_at, set_aside_reason,
	(SELECT count(*) FROM plays WHERE server_id = mirror_servers.id) AS plays
FROM mirror_servers WHERE set_aside_at IS NOT NULL AND adopted_into IS NULL ORDER BY set_aside_at DESC, id DESC`;

const stateOf = (row: Row, walked: Walked): MirrorState => ({
	serverId: row.id,
	machineIdentifier: row.machine_identifier,
	plays: walked.plays,
	complete: row.complete === 1,
	newestStop: timeOf(walked.newest_stop),
	syncedAt: row.synced_at,
	comparedAt: row.compared_at,
	hiddenRows: row.hidden_rows,
});

export const createMirrorServers = (database: Database): MirrorServers => {
	const select = database.prepare<[], Row>(currentSql);
	const walk = database.prepare<[number], Walked>(walkSql);
	const insert = database.prepare<[string, number]>(
		'INSERT INTO mirror_servers (machine_identifier, first_seen) VALUES (?, ?)',
	);
	const putAside = database.prepare<[number, string, number]>(
		'UPDATE mirror_servers SET set_aside_at = ?, set_aside_reason = ? WHERE id = ?',
	);
	/** Another server may have other titles under the keys that the members were read with. */
	const forgetMembers = database.prepare<[]>('DELETE FROM collection_reads');
	const forgetFormer = database.prepare<[]>('DELETE FROM former_members');
	const selectAside = database.prepare<[], AsideRow>(asideSql);
	const selectZone = database.prepare<[], {zone: string | null}>(
		'SELECT zone FROM mirror_servers WHERE set_aside_at IS NULL',
	);
	const updateZone = database.prepare<[string | null, number]>('UPDATE mirror_servers SET zone = ? WHERE id = ?');
	const selectLost = database.prepare<[], LostKeys & {looked_at: number}>(
		`SELECT rekeyed, orphans, looked_at FROM mirror_servers
		WHERE set_aside_at IS NULL AND looked_at IS NOT NULL`,
	);
	const updateLost = database.prepare<[number, number, number, number]>(
		'UPDATE mirror_servers SET rekeyed = ?, orphans = ?, looked_at = ? WHERE id = ?',
	);
	const version = database.prepare<[number], {n: number}>('SELECT plays_version AS n FROM mirror_servers WHERE id = ?');
	const synced = database.prepare<[number, number]>('UPDATE mirror_servers SET synced_at = ? WHERE id = ?');
	const compared = database.prepare<[number, number, number, number]>(
		'UPDATE mirror_servers SET complete = 1, synced_at = ?, compared_at = ?, hidden_rows = ? WHERE id = ?',
	);

	/** Every question asks for the state first, and most find the same plays as the one before. */
	let known: {readonly of: string; readonly walked: Walked} | null = null;
	const walkedOf = ({id, plays_version}: Row): Walked => {
		const of = `${id} ${plays_version}`;
		const isChanging = database.isChanging();
		if (known?.of === of && !isChanging) return known.walked;
		const walked = walk.get(id) ?? {plays: 0, newest_stop: null};
		// What is rolled back leaves its number to other plays.
		if (!isChanging) known = {of, walked};
		return walked;
	};
	const current = (): MirrorState | null => {
		const row = select.get();
		return row ? stateOf(row, walkedOf(row)) : null;
	};
	return {
		current,
		begin: (machineIdentifier, at) => {
			insert.run(machineIdentifier, at);
			const state = current();
			if (!state) throw new Error('The mirror that was just begun is not there.');
			return state;
		},
		setAside: (serverId, reason, at) => {
			putAside.run(at, reason, serverId);
			forgetMembers.run();
			forgetFormer.run();
		},
		aside: () =>
			selectAside.all().map(row => ({
				serverId: row.id,
				machineIdentifier: row.machine_identifier,
				plays: row.plays,
				setAsideAt: row.set_aside_at,
				reason: row.set_aside_reason ?? '',
			})),
		zone: () => selectZone.get()?.zone ?? null,
		saveZone: (serverId, zone) => void updateZone.run(zone, serverId),
		lostKeys: () => {
			const row = selectLost.get();
			return row ? {rekeyed: row.rekeyed, orphans: row.orphans, at: row.looked_at} : null;
		},
		saveLostKeys: (serverId, {rekeyed, orphans}, at) => void updateLost.run(rekeyed, orphans, at, serverId),
		playsVersion: serverId => version.get(serverId)?.n ?? 0,
		markSynced: (serverId, at) => void synced.run(at, serverId),
		markCompared: (serverId, at, hiddenRows) => void compared.run(at, at, hiddenRows, serverId),
	};
};
