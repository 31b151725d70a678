import {type EventKind, eventKindOf, type StoredEvent, storedKinds} from '../domain/events.ts';
import type {Database} from './database.ts';

export type Events = {
	/** Newest first; `kind`: of this kind alone. */
	readonly latest: (limit: number, kind?: EventKind) => StoredEvent[];
	readonly saveEvent: (event: StoredEvent) => void;
};

type Row = {readonly at: number; readonly kind: string; readonly text: string};

const toEvent = ({kind, ...row}: Row): StoredEvent => ({...row, kind: eventKindOf(kind)});

/** Older ones are let go. */
const kept = 10_000;

export const createEvents = (database: Database): Events => {
	const latest = database.prepare<[number], Row>('SELECT at, kind, text FROM events ORDER BY id DESC LIMIT ?');
	const latestOf = database.prepare<[string, number], Row>(
		'SELECT at, kind, text FROM events WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?',
	);
	const insert = database.prepare<[number, string, string]>('INSERT INTO events (at, kind, text) VALUES (?, ?, ?)');
	const forget = database.prepare<[number]>('DELETE FROM events WHERE id <= (SELECT max(id) FROM events) - ?');
	return {
		latest: (limit, kind) =>
			(kind === undefined ? latest.all(limit) : latestOf.all(JSON.stringify(storedKinds(kind)), limit)).map(toEvent),
		saveEvent: ({at, kind, text}) => {
			insert.run(at, kind, text);
			forget.run(kept);
		},
	};
};
