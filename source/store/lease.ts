import {AppError} from '../domain/app-error.ts';
import {cutOffReason} from '../domain/cut-off.ts';
import {formatSpan} from '../domain/duration.ts';
import {isAlive} from './alive.ts';
import type {Database} from './database.ts';
import {machine} from './machine.ts';

/** What a lease is held for: `sync` reads the history. */
export type LeaseWork = 'run' | 'sync' | 'adopt' | 'import';

/** Who works now, at what, and since when (Unix seconds). */
type Holder = {readonly name: string; readonly work: LeaseWork; readonly since: number};

/** The right to write plays and runs, held until it is released, or not renewed for a minute. */
export type HeldLease = {
	/** How often to renew. */
	readonly renewEveryMs: number;
	/** Throws `busy` when the lease ran out and another run took it. Called at each step, and before anything is saved. */
	readonly renew: () => void;
	readonly release: () => void;
};

export type Lease = {
	/** `work`: default is a run. Throws `busy` while another one holds it; a process of this machine that has ended holds nothing. Runs that a dead holder left behind are marked as interrupted. */
	readonly take: (name: string, work?: LeaseWork) => HeldLease;
	/** Null: nobody holds it. */
	readonly holder: () => Holder | null;
};

/** A dead holder of another machine blocks others for at most this long. */
const leaseSeconds = 60;

/** Three renewals may be late before the lease runs out. */
const renewEveryMs = (leaseSeconds / 4) * 1000;

type Row = {
	readonly token: string;
	readonly holder: string;
	readonly taken_at: number;
	readonly expires_at: number;
};

const goingOn: Readonly<Record<LeaseWork, string>> = {
	run: 'Another run is going on',
	sync: 'The history is being read',
	adopt: 'Plays are being carried over',
	import: 'An import is going on',
};

const newToken = (work: LeaseWork): string => JSON.stringify([machine, process.pid, crypto.randomUUID(), work]);

const holderOf = /^\["(?<where>[^"]*)",(?<pid>\d+),/;
const workOf = /,"(?<work>[a-z]+)"\]$/;

const isWork = (text: string): text is LeaseWork => Object.hasOwn(goingOn, text);

/** A token that does not say so is of a run, or of an older version. */
const readHolder = ({token, holder, taken_at: since}: Row): Holder => {
	const work = workOf.exec(token)?.groups?.work ?? '';
	return {name: holder, work: isWork(work) ? work : 'run', since};
};

/** For how long, and not since when: whoever reads it may have another clock, and another zone. */
const busyError = (row: Row, now: number): AppError => {
	const {name, work, since} = readHolder(row);
	return new AppError('busy', `${goingOn[work]} (${name}); it began ${formatSpan(now - since)} ago.`, {
		hint: 'Wait for its end. If its machine has stopped, wait a minute.',
	});
};

/** True where the token's process can be looked for and has ended. */
const hasEnded = (token: string): boolean => {
	const {where, pid} = holderOf.exec(token)?.groups ?? {};
	return where === machine && pid !== undefined && !isAlive(Number(pid));
};

export const createLease = (database: Database, now: () => number): Lease => {
	const current = database.prepare<[], Row>('SELECT token, holder, taken_at, expires_at FROM lease WHERE id = 1');
	const save = database.prepare<[string, string, number, number]>(
		'INSERT OR REPLACE INTO lease (id, token, holder, taken_at, expires_at) VALUES (1, ?, ?, ?, ?)',
	);
	const renew = database.prepare<[number, string]>('UPDATE lease SET expires_at = ? WHERE token = ?');
	const release = database.prepare<[string]>('DELETE FROM lease WHERE token = ?');
	const interrupt = database.prepare<[string]>(
		"UPDATE runs SET status = 'interrupted', reason = ? WHERE status = 'running'",
	);

	/** A lease that would last much longer than leases do was written under a clock that went wrong: nobody holds it. */
	const holding = (): Row | undefined => {
		const row = current.get();
		const left = row ? row.expires_at - now() : 0;
		return row && left > 0 && left <= leaseSeconds * 2 && !hasEnded(row.token) ? row : undefined;
	};

	const take = (name: string, work: LeaseWork = 'run'): HeldLease => {
		const token = newToken(work);
		database.immediate(() => {
			const other = holding();
			if (other) throw busyError(other, now());
			interrupt.run(cutOffReason);
			save.run(token, name, now(), now() + leaseSeconds);
		});
		return {
			renewEveryMs,
			renew: () => {
				if (renew.run(now() + leaseSeconds, token) > 0) return;
				throw new AppError('busy', 'The run stalled for too long, and another one has begun since.');
			},
			release: () => void release.run(token),
		};
	};

	return {
		take,
		holder: () => {
			const row = holding();
			return row ? readHolder(row) : null;
		},
	};
};
