import {setImmediate} from 'node:timers/promises';
import type {LostKeys} from '../../domain/adoption.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import {inTurns} from '../../domain/in-turns.ts';
import type {SyncSummary} from '../../domain/mirror.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {Progress} from '../../domain/run.ts';
import type {PlexClient} from '../../plex/client.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

export type LostKeysDeps = {
	/** Null: not configured; then nobody knows which keys Plex has. */
	readonly plex: PlexClient | null;
	readonly mirror: Mirror;
	/** Unix seconds. */
	readonly now: () => number;
};

/**
 * Fills the titles that Plex lists now, library by library, and returns which plays of the history have keys that it has
 * given up; null: Plex is not configured.
 */
export async function* readTitles(
	{plex, mirror}: LostKeysDeps,
	serverId: number,
	signal: AbortSignal,
): AsyncGenerator<Progress, LostKeys | null> {
	const {titles, lostKeys} = mirror.adopted;
	titles.clear();
	if (!plex) return null;
	const sections = await plex.getSections(signal);
	for (const [done, section] of sections.entries()) {
		yield {step: 'listing', done, total: sections.length, label: section.name};
		await inTurns(titles.addListed(await plex.getLeaves(section, signal)), setImmediate);
	}
	return await inTurns(lostKeys(serverId), setImmediate);
}

const lookEverySeconds = secondsPerDay;

/** Beside a comparison with everything, or where that was too long ago. */
const isDue = ({mirror, now}: LostKeysDeps, {kind}: SyncSummary): boolean => {
	const known = mirror.servers.lostKeys();
	return kind === 'filled' || kind === 'compared' || known === null || now() - known.at >= lookEverySeconds;
};

/**
 * Once a day, Plex is asked for all its titles, so that plays whose keys it has given up are known by number: a low total
 * can be explained then. Returns a warning where that failed.
 */
export async function* lookForLostKeys(
	deps: LostKeysDeps,
	summary: SyncSummary,
	signal: AbortSignal,
): AsyncGenerator<Progress, readonly string[]> {
	const {plex, mirror, now} = deps;
	const serverId = mirror.servers.current()?.serverId;
	if (!plex || serverId === undefined || !isDue(deps, summary)) return [];
	try {
		const lost = yield* readTitles(deps, serverId, signal);
		if (lost) mirror.servers.saveLostKeys(serverId, lost, now());
		return [];
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error)) throw error;
		return [`Which plays have keys that Plex has given up is not known: ${error.message}`];
	} finally {
		mirror.adopted.titles.clear();
	}
}
