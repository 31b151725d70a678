import {cutOffReason} from '../../domain/cut-off.ts';
import type {Run} from '../../domain/run.ts';
import type {CollectorStatus} from '../../domain/status.ts';
import type {Database} from '../database.ts';

/** How a run ended, for its row. */
type RunEnd = Omit<Run, 'startedAt'> & {readonly endedAt: number};

type RunStart = {readonly startedAt: number; readonly holder: string; readonly rotationId: number | null};

export type Runs = {
	/** Newest first. */
	readonly latest: (limit: number) => Run[];
	/** The last run that stored something; the rest is others' to know. */
	readonly last: () => Omit<CollectorStatus, 'running' | 'reading' | 'next'>;
	/** Returns the id of the run. */
	readonly saveStart: (start: RunStart) => number;
	readonly saveEnd: (end: RunEnd) => void;
};

type Row = {
	readonly id: number;
	readonly started_at: number;
	readonly ended_at: number | null;
	readonly status: Run['status'];
	readonly collected: number;
	readonly failed: number;
	readonly reason: string | null;
};

const readRun = (row: Row): Run => ({
	id: row.id,
	startedAt: row.started_at,
	endedAt: row.ended_at,
	status: row.status,
	collected: row.collected,
	failed: row.failed,
	reason: row.reason,
});

/** A run that nobody holds the lease for any more was cut off, though nothing could note that. */
const readLatest = (row: Row, isGoingOn: () => boolean): Run => {
	const run = readRun(row);
	if (run.status !== 'running' || isGoingOn()) return run;
	return {...run, status: 'interrupted', reason: cutOffReason};
};

/** `isGoingOn`: true while somebody holds the lease. */
export const createRuns = (database: Database, isGoingOn: () => boolean): Runs => {
	const latest = database.prepare<[number], Row>('SELECT * FROM runs ORDER BY id DESC LIMIT ?');
	const last = database.prepare<[], Row>(
		"SELECT * FROM runs WHERE status IN ('success', 'partial') ORDER BY id DESC LIMIT 1",
	);
	const start = database.prepare<[number, string, number | null], {id: number}>(
		"INSERT INTO runs (started_at, status, holder, rotation_id) VALUES (?, 'running', ?, ?) RETURNING id",
	);
	const end = database.prepare<unknown[]>(
		'UPDATE runs SET ended_at = ?, status = ?, collected = ?, failed = ?, reason = ? WHERE id = ?',
	);
	return {
		latest: limit => latest.all(limit).map(row => readLatest(row, isGoingOn)),
		last: () => {
			const row = last.get();
			return {last: row?.ended_at ?? null, lastCollected: row?.collected ?? null, lastFailed: row?.failed ?? null};
		},
		saveStart: ({startedAt, holder, rotationId}) => start.get(startedAt, holder, rotationId)?.id ?? 0,
		saveEnd: ({id, endedAt, status, collected, failed, reason}) =>
			void end.run(endedAt, status, collected, failed, reason, id),
	};
};
