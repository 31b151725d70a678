import {type Session, speedOf} from '../../domain/session.ts';

/** Trouble first: buffering, transcodes from the slowest on, direct stream, direct play, paused. */
const place = ({state, transcodeDecision}: Session): number => {
	if (state === 'buffering') return 0;
	if (state === 'paused') return 4;
	if (transcodeDecision === 'transcode') return 1;
	return transcodeDecision === 'copy' ? 2 : 3;
};

const speed = (session: Session): number => speedOf(session) ?? Number.POSITIVE_INFINITY;

const compareSpeed = (one: Session, two: Session): number => {
	if (place(one) !== 1 || speed(one) === speed(two)) return 0;
	return speed(one) < speed(two) ? -1 : 1;
};

/** Sessions in the order of the screen. */
export const ordered = (sessions: readonly Session[]): Session[] =>
	sessions.toSorted(
		(one, two) =>
			place(one) - place(two) ||
			compareSpeed(one, two) ||
			one.user.localeCompare(two.user, 'en') ||
			one.sessionKey.localeCompare(two.sessionKey, 'en'),
	);
