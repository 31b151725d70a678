import type {ServerName} from '../domain/app-error.ts';
import type {Database} from './database.ts';

/** Small facts that outlive a start. */
export type Meta = {
	/** What tautop calls itself towards Plex: made once, then kept. */
	readonly clientIdentifier: () => string;
	/** The same where it was made already, else null. */
	readonly knownClientIdentifier: () => string | null;
	/** The id of the server that the stored data is from; null until one was saved. */
	readonly serverId: (server: ServerName) => string | null;
	readonly saveServerId: (server: ServerName, id: string) => void;
	/** Seconds that the clock of the snapshots was ahead of this machine's when a run last knew it; 0 until then. */
	readonly aheadSeconds: () => number;
	readonly saveAheadSeconds: (seconds: number) => void;
	/** What was told by itself, as who tells it wrote it; null: nothing yet. */
	readonly notices: () => string | null;
	readonly saveNotices: (text: string) => void;
};

export const createMeta = (database: Database): Meta => {
	const value = database.prepare<[string], {value: string}>('SELECT value FROM meta WHERE key = ?');
	const saveOnce = database.prepare<[string, string]>('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)');
	const save = database.prepare<[string, string]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
	const client = 'client_identifier';
	const ahead = 'clock_ahead_seconds';
	const notices = 'notices';
	const serverKey = (server: ServerName): string => `${server}_server_id`;
	const knownClientIdentifier = (): string | null => value.get(client)?.value ?? null;
	return {
		knownClientIdentifier,
		clientIdentifier: () => {
			const known = knownClientIdentifier();
			if (known !== null) return known;
			const made = crypto.randomUUID();
			saveOnce.run(client, made);
			// Another process may have been quicker: then its name is the one.
			return value.get(client)?.value ?? made;
		},
		serverId: server => value.get(serverKey(server))?.value ?? null,
		saveServerId: (server, id) => void save.run(serverKey(server), id),
		aheadSeconds: () => Number(value.get(ahead)?.value ?? 0),
		saveAheadSeconds: seconds => void save.run(ahead, String(seconds)),
		notices: () => value.get(notices)?.value ?? null,
		saveNotices: text => void save.run(notices, text),
	};
};
