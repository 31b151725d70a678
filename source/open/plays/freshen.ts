import {formatMoment} from '../../canvas/clock.ts';
import type {HistoryDeps} from '../../collect/sync/sync-deps.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {MirrorState} from '../../domain/plays/mirror.ts';
import type {ServerZone} from '../../domain/zone.ts';
import type {Sources} from '../../questions/sources.ts';
import {historyReach} from '../history/history.ts';
import type {HeldMirror} from '../history/hold-mirror.ts';

/** Brings the mirror up to date before a program that asks once is answered from it. */
export type Freshen = (since: number, signal?: AbortSignal) => Promise<void>;

export type FreshenDeps = {
	readonly mirrored: Pick<HeldMirror, 'current'>;
	readonly history: Pick<HistoryDeps, 'zone'> | null;
	readonly sync: Sources['sync'];
	/** Unix seconds. */
	readonly now: () => number;
	/** Says once that what is answered is old, and why. */
	readonly tell: (sentence: string) => void;
};

/** Younger than this, and nobody is asked. */
const freshSeconds = 60;

/** What nothing that is mirrored makes up for: the user has to mend it first. */
const isFinal = (error: unknown): boolean =>
	!(error instanceof AppError) || isCancelled(error) || error.code === 'unauthorized' || error.code === 'config';

/** In the zone that the views show times in. */
const ageWords = ({syncedAt}: MirrorState, {name, trust}: ServerZone, now: number): string =>
	syncedAt === null
		? 'The numbers are what was read so far.'
		: `The numbers are as of ${formatMoment(syncedAt, now, trust === 'presumed' ? null : name)}.`;

/**
 * The first question of a program brings in what is new, unless the last sync is young. An empty mirror is filled newest first,
 * and only as far back as the question asks. Where Tautulli does not answer, what is mirrored is told as old, if there is any.
 */
export const createFreshen = ({mirrored, history, sync, now, tell}: FreshenDeps): Freshen => {
	let asked = Number.POSITIVE_INFINITY;
	let done = Promise.resolve();

	const state = (): MirrorState | null => mirrored.current().mirror.servers.current();

	/** Unix seconds back to which everything is mirrored. */
	const reach = (): number => {
		const current = state();
		if (!current || !history) return Number.POSITIVE_INFINITY;
		if (current.complete) return Number.NEGATIVE_INFINITY;
		return historyReach(mirrored.current().mirror, current, history.zone().name) ?? Number.POSITIVE_INFINITY;
	};

	const freshen: Freshen = async (since, signal) => {
		const before = state();
		const isThere = reach() <= since;
		const isYoung = isThere && before?.syncedAt != null && now() - before.syncedAt < freshSeconds;
		if (isYoung || !history) return;
		try {
			await sync({full: false, quick: {since: Number.isFinite(since) ? since : null}}, signal);
		} catch (error) {
			const known = state();
			if (isFinal(error) || !(error instanceof AppError)) throw error;
			if (!known || known.plays === 0 || reach() > Math.max(since, 0)) throw error;
			if (error.code !== 'busy') tell(`${error.message} ${ageWords(known, history.zone(), now())}`);
		}
	};

	return (since, signal) => {
		// Whoever asks for more than the one before makes it go on.
		if (since < asked) {
			asked = since;
			done = done.then(() => freshen(since, signal));
		}
		return done;
	};
};
