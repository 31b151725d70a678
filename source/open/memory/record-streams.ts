import {type Activity, identityOf, type Session, speedOf} from '../../domain/session.ts';
import {minuteOf, type Peak, peakOf} from '../../domain/streams/minute.ts';
import type {Sight} from '../../domain/streams/seen-stream.ts';
import type {SaveSighting} from '../../store/memory/save-sighting.ts';
import type {SightedStream} from '../../store/memory/streams.ts';
import {createPendingMinutes} from './pending-minutes.ts';

/** Keeps what the answers about who is watching say, since Tautulli and Plex forget it. */
export type Recorder = {
	readonly answered: (activity: Activity) => void;
	/** Who is watching is not known now. */
	readonly failed: () => void;
	/** Time goes by: to be called every few seconds. */
	readonly tick: () => void;
	/** Writes what is not written yet. */
	readonly flush: () => void;
};

export type RecorderDeps = {
	/** Unix seconds, of Tautulli's clock. */
	readonly now: () => number;
	/** May throw: then it is tried again with the next look. */
	readonly save: SaveSighting;
	/** True while Plex would say if anything changed. */
	readonly isListening: () => boolean;
	readonly keepDays: number;
};

/** What a kill may cost. A stream that begins or ends is written at once. */
const writeSeconds = 10;

/** Rates change without a word from Plex; this long the last ones are taken for those of now. */
const believedSeconds = 150;

/** While nothing can be written, no more looks at a stream are held. */
const mostSights = 200;

const keyOf = (session: Session): string =>
	JSON.stringify([identityOf(session), session.userId, session.ratingKey, session.machineId]);

const sightOf = (session: Session, at: number): Sight => ({
	at,
	isBuffering: session.state === 'buffering',
	speed: speedOf(session),
	kbps: session.bandwidthKbps,
});

/** A stream under way. Its newest look is kept when it is written: by its time the row is found again. */
type Underway = {session: Session; sights: Sight[]; endedAt: number | null; isWritten: boolean};

export const createRecorder = ({now, save, isListening, keepDays}: RecorderDeps): Recorder => {
	const underway = new Map<string, Underway>();
	const minutes = createPendingMinutes();
	let last: {readonly at: number; readonly peak: Peak} | null = null;
	let writtenAt = Number.NEGATIVE_INFINITY;
	let isUrgent = false;

	const sighted = (): readonly SightedStream[] => [...underway.values()].filter(({isWritten}) => !isWritten);

	const written = (at: number): void => {
		minutes.written();
		for (const [key, stream] of underway) {
			[stream.sights, stream.isWritten] = [stream.sights.slice(-1), true];
			if (stream.endedAt !== null) underway.delete(key);
		}
		[writtenAt, isUrgent] = [at, false];
	};

	const flush = (): void => {
		const sighting = {streams: sighted(), minutes: minutes.unwritten()};
		if (sighting.streams.length === 0 && sighting.minutes.length === 0) return;
		const at = now();
		save(sighting, minuteOf(at) - keepDays * 1440);
		written(at);
	};

	const flushWhereDue = (): void => {
		if (isUrgent || minutes.isDue() || Math.abs(now() - writtenAt) >= writeSeconds) flush();
	};

	const see = (session: Session, at: number): void => {
		const key = keyOf(session);
		const known = underway.get(key);
		const stream = known ?? {session, sights: [], endedAt: null, isWritten: false};
		if (!known) isUrgent = true;
		underway.set(key, stream);
		[stream.session, stream.endedAt, stream.isWritten] = [session, null, false];
		stream.sights.push(sightOf(session, at));
		if (stream.sights.length > mostSights) stream.sights.shift();
	};

	return {
		answered: activity => {
			const at = Math.floor(now());
			const peak = peakOf(activity);
			last = {at, peak};
			minutes.note(at, peak);
			for (const session of activity.sessions) see(session, at);
			const running = new Set(activity.sessions.map(keyOf));
			// One that could not be read may run on.
			const isWhole = activity.streamCount === activity.sessions.length;
			for (const [key, stream] of underway) {
				if (running.has(key) || !isWhole) continue;
				stream.endedAt ??= at;
				stream.isWritten = false;
				isUrgent = true;
			}
			flushWhereDue();
		},
		failed: () => {
			last = null;
		},
		tick: () => {
			const at = Math.floor(now());
			if (last && isListening() && (last.peak.streams === 0 || at - last.at <= believedSeconds))
				minutes.note(at, last.peak);
			flushWhereDue();
		},
		flush,
	};
};
