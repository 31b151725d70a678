import {setImmediate} from 'node:timers/promises';
import {AppError, isCancelled} from '../domain/app-error.ts';
import type {ImportReport, ImportRequest} from '../domain/importing.ts';
import {inTurns} from '../domain/in-turns.ts';
import {judgeRotations} from '../stats/promotion/judge-rotations.ts';
import type {HeroDatabase} from '../store/import/hero-database.ts';
import type {JudgedRotation} from '../store/import/save-import.ts';
import type {Store} from '../store/open.ts';
import {keepLease} from './keep-lease.ts';

export type ImportDeps = {
	readonly store: Pick<Store, 'imports' | 'lease'>;
	/** Unix seconds. */
	readonly now: () => number;
	/** Who runs, for others to read. */
	readonly holder: string;
};

const namesOf = (rotations: readonly JudgedRotation[]): ImportReport['names'] => {
	const libraries = rotations.flatMap(({featured}) => featured.map(({library}) => library));
	if (libraries.length === 0) return 'none';
	if (libraries.every(library => library === '')) return 'titles';
	return libraries.includes('') ? 'both' : 'libraries';
};

const rotatedOf = (rotations: readonly JudgedRotation[]): ImportReport['rotated'] => {
	const [first, last] = [rotations[0], rotations.at(-1)];
	return first && last ? {from: first.createdAt, to: last.createdAt} : null;
};

const bring = async (
	{store, now, holder}: ImportDeps,
	{file, dryRun}: ImportRequest,
	hero: HeroDatabase,
	signal: AbortSignal,
): Promise<ImportReport> => {
	const rotations = judgeRotations(hero.rotations.rows, hero.evidence);
	const lease = dryRun ? null : store.lease.take(holder, 'import');
	const kept = lease && keepLease(lease);
	try {
		const signals = kept ? AbortSignal.any([kept.lost, signal]) : signal;
		const found = {source: file, hero, rotations, at: now(), lease, signal: signals};
		const imported = await inTurns(store.imports.save(found), setImmediate);
		const counted = (state: JudgedRotation['state']): number => rotations.filter(each => each.state === state).length;
		return {
			file,
			dryRun,
			names: namesOf(rotations),
			snapshots: imported.snapshots,
			rotations: {
				...imported.rotations,
				found: hero.rotations.found,
				refused: hero.rotations.refused,
				failed: counted('failed'),
				unsure: counted('unsure'),
			},
			pins: {...imported.pins, found: hero.pins.found, refused: hero.pins.refused},
			rotated: rotatedOf(rotations),
			passedOver: hero.passedOver,
		};
	} finally {
		kept?.release();
	}
};

/**
 * Brings in rotations, snapshots and pins of homescreen-hero, all of them in one transaction, under the lease that runs and
 * syncs take; a look takes none. Throws what is wrong with the file, `busy`, and `cancelled`.
 */
export const importRun = async (
	deps: ImportDeps,
	request: ImportRequest,
	signal: AbortSignal,
): Promise<ImportReport> => {
	const hero = await deps.store.imports.open(request.file, deps.now());
	try {
		signal.throwIfAborted();
		return await bring(deps, request, hero, signal);
	} catch (error) {
		if (!signal.aborted && !isCancelled(error)) throw error;
		throw new AppError('cancelled', 'Cancelled; nothing was imported.');
	} finally {
		hero.close();
	}
};
