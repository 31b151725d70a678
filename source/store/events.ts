import {type EventKind, eventKindOf, type StoredEvent, storedKinds} from '../domain/events.ts';
import type {Database} from './database.ts';

export type Events = {
	/** Newest first; `kind`: of this kind alone. */
	readonly latest: (limit: number, kind?: EventKind, stretch?: Stretch) => StoredEvent[];
	readonly saveEvent: (event: StoredEvent) => void;
};

/** Unix seconds, the end outside; absent: no end. */
type Stretch = {readonly from?: number | undefined; readonly to?: number | undefined};

type Row = {readonly at: number; readonly kind: string; readonly text: string};

const toEvent = ({kind, ...row}: Row): StoredEvent => ({...row, kind: eventKindOf(kind)});

/** Older ones are let go. */
const kept = 10_000;

export const createEvents = (database: Database): Events => {
	const latest = database.prepare<[{kinds: string | null; from: number; to: number; limit: number}], Row>(`
SELECT at, kind, text FROM events
WHERE at >= :from AND at < :to AND (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))
ORDER BY id DESC LIMIT :limit`);
	const insert = database.prepare<[number, string, string]>('INSERT INTO events (at, kind, text) VALUES (?, ?, ?)');
	const forget = database.prepare<[number]>('DELETE FROM events WHERE id <= (SELECT max(id) FROM events) - ?');
	return {
		latest: (limit, kind, {from = 0, to = Number.MAX_SAFE_INTEGER} = {}) =>
			latest.all({kinds: kind === undefined ? null : JSON.stringify(storedKinds(kind)), from, to, limit}).map(toEvent),
		saveEvent: ({at, kind, text}) => {
			insert.run(at, kind, text);
			forget.run(kept);
		},
	};
};
