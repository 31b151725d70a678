import type {StoredEvent} from '../domain/run.ts';
import type {Database} from './database.ts';

export type Events = {
	/** Newest first. */
	readonly latest: (limit: number) => StoredEvent[];
	readonly saveEvent: (event: StoredEvent) => void;
};

/** Older ones are let go. */
const kept = 10_000;

export const createEvents = (database: Database): Events => {
	const latest = database.prepare<[number], StoredEvent>('SELECT at, kind, text FROM events ORDER BY id DESC LIMIT ?');
	const insert = database.prepare<[number, string, string]>('INSERT INTO events (at, kind, text) VALUES (?, ?, ?)');
	const forget = database.prepare<[number]>('DELETE FROM events WHERE id <= (SELECT max(id) FROM events) - ?');
	return {
		latest: limit => latest.all(limit),
		saveEvent: ({at, kind, text}) => {
			insert.run(at, kind, text);
			forget.run(kept);
		},
	};
};
