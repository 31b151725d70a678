import type {Activity, Session} from '../../domain/session.ts';

const sessionOn = (session: Session, ms: number): Session => {
	const {state, live, viewOffsetMs, durationMs, progressPercent} = session;
	if (state !== 'playing' || live || viewOffsetMs === null || durationMs === null || durationMs <= 0) return session;
	const offset = Math.min(durationMs, viewOffsetMs + Math.round(ms));
	const percent = progressPercent === null ? null : Math.round((offset / durationMs) * 100);
	return {...session, viewOffsetMs: offset, progressPercent: percent};
};

/** An answer as it would be so many milliseconds later, if nothing but time has passed: what plays has gone on. */
export const playedOn = (activity: Activity, ms: number): Activity => ({
	...activity,
	sessions: activity.sessions.map(session => sessionOn(session, ms)),
});
