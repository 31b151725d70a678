import {identityOf, type Session, speedOf} from '../../domain/session.ts';

/** A time on the screen moves by so many seconds or not at all. */
const leastSeconds = 120;

/** And a speed by so much, or across that of the film itself. */
const leastSpeed = 0.2;

/** Unix seconds when a stream ends if nobody pauses; null: it is paused, live, or its length is not known. */
export const endsAt = ({state, live, durationMs, viewOffsetMs}: Session, now: number): number | null => {
	if (state === 'paused' || live || durationMs === null || viewOffsetMs === null || durationMs <= 0) return null;
	return now + Math.max(0, durationMs - viewOffsetMs) / 1000;
};

/** When it ends, as it was said before where it is nearly the same. */
export const steadyEnd = (end: number | null, before: number | null): number | null =>
	end !== null && before !== null && Math.abs(end - before) < leastSeconds ? before : end;

const steadySpeed = (speed: number, before: number): number =>
	Math.abs(speed - before) < leastSpeed - 1e-9 && speed < 1 === before < 1 ? before : speed;

/** The session with the speed that was said before where it is nearly the same. */
export const steadySession = (session: Session, before: Session | undefined): Session => {
	const [speed, known] = [speedOf(session), before ? speedOf(before) : null];
	if (speed === null || known === null || before?.ratingKey !== session.ratingKey) return session;
	return {...session, transcodeSpeed: steadySpeed(speed, known)};
};

/** Each session by what tells it from the others. */
export const byIdentity = (sessions: readonly Session[]): ReadonlyMap<string, Session> =>
	new Map(sessions.map(session => [identityOf(session), session]));
