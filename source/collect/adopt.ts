import {setImmediate} from 'node:timers/promises';
import {AppError, isCancelled} from '../domain/app-error.ts';
import {inTurns} from '../domain/in-turns.ts';
import type {AdoptReport, AdoptRequest, AdoptShares, AsideHistory} from '../domain/plays/adoption.ts';
import type {MirrorState} from '../domain/plays/mirror.ts';
import type {Progress} from '../domain/run.ts';
import type {PlexClient} from '../plex/client.ts';
import type {AsideServer} from '../store/mirror/mirror-servers.ts';
import type {Store} from '../store/open.ts';
import {keepLease} from './keep-lease.ts';
import {listTitles} from './sync/list-titles.ts';

export type AdoptDeps = {
	/** Null: not configured; then only titles of the current history's own plays are known. */
	readonly plex: PlexClient | null;
	readonly store: Store;
	/** Unix seconds. */
	readonly now: () => number;
	/** Who runs, for others to read. */
	readonly holder: string;
};

/** The histories that are meant. */
const choose = ({mirror}: Store, {historyId}: AdoptRequest): AsideServer[] => {
	const histories = mirror.servers.aside();
	const chosen = histories.filter(({serverId}) => historyId === undefined || serverId === historyId);
	if (historyId === undefined || chosen.length > 0) return chosen;
	const ids = histories.map(({serverId}) => serverId).join(', ');
	throw new AppError('not-found', `No history that was set aside has the number ${historyId}.`, {
		hint: ids === '' ? 'None was set aside.' : `There are: ${ids}.`,
	});
};

/** Only beside a whole history can be told which plays the server has itself. */
const refuseIncomplete = (current: MirrorState | null): void => {
	if (current?.complete) return;
	throw new AppError('store', 'The current history has not been read in full yet, so nothing can be carried over.', {
		hint: 'Bring it up to date first: tautop sync',
	});
};

const nothing = {matching: 0, overlapping: 0, adopted: 0, adding: 0} as const;

/** Looks at the histories, and carries them over where that is asked; what was there before is what is reported. */
const look = async (
	{store, now}: AdoptDeps,
	histories: readonly AsideServer[],
	into: number,
	{carryOver}: AdoptRequest,
): Promise<AsideHistory[]> => {
	const adoptions = histories.map(({serverId}) => ({from: serverId, into}));
	const {adopted} = store.mirror;
	const shares: AdoptShares[] = [];
	for (const adoption of adoptions) shares.push(await inTurns(adopted.shares(adoption), setImmediate));
	const added = carryOver ? await inTurns(adopted.carryOver(adoptions, now()), setImmediate) : [];
	return histories.map(({serverId, setAsideAt, reason, plays}, index) => ({
		id: serverId,
		setAsideAt,
		reason,
		plays,
		...(shares[index] ?? nothing),
		carriedOver: added[index] ?? null,
	}));
};

async function* adoptHolding(
	deps: AdoptDeps,
	request: AdoptRequest,
	signal: AbortSignal,
): AsyncGenerator<Progress, AdoptReport> {
	const {servers} = deps.store.mirror;
	const [current, chosen] = [servers.current(), choose(deps.store, request)];
	if (request.carryOver && chosen.length > 0) refuseIncomplete(current);
	if (!current) {
		const histories = await look(deps, chosen, 0, request);
		return {current: null, lostKeys: null, histories};
	}
	const {plex, store, now} = deps;
	const {mirror} = store;
	const {titles} = mirror.adopted;
	titles.clear();
	const lostKeys = yield* listTitles({plex, mirror, now}, current.serverId, signal);
	if (plex) await inTurns(titles.addListed(current.serverId), setImmediate);
	await inTurns(titles.addPlayed(current.serverId), setImmediate);
	signal.throwIfAborted();
	const histories = await look(deps, chosen, current.serverId, request);
	return {current: {plays: current.plays, complete: current.complete}, lostKeys, histories};
}

/**
 * Shows how much of the histories that were set aside fits the current one, and carries it over where that is asked: all
 * of it in one transaction, under the lease that runs and syncs take; a look takes none. Throws `not-found` for a number that no history
 * has, `busy`, `cancelled`, and what Plex throws: fewer titles than it has would be fewer matches.
 */
export async function* adoptRun(
	deps: AdoptDeps,
	request: AdoptRequest,
	signal: AbortSignal,
): AsyncGenerator<Progress, AdoptReport> {
	const kept = request.carryOver ? keepLease(deps.store.lease.take(deps.holder, 'adopt')) : null;
	const signals = kept ? AbortSignal.any([kept.lost, signal]) : signal;
	try {
		return yield* adoptHolding(deps, request, signals);
	} catch (error) {
		const trouble: unknown = kept?.lost.aborted ? kept.lost.reason : error;
		if (!signal.aborted && !isCancelled(trouble)) throw trouble;
		throw new AppError('cancelled', 'Cancelled; nothing was carried over.');
	} finally {
		kept?.release();
	}
}
