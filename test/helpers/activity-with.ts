import type {Activity, Session} from '../../source/domain/session.ts';

/** The activity of these streams, ten Mb/s in all. */
export const activityWith = (sessions: readonly Session[]): Activity => {
	const count = (decision: string): number =>
		sessions.filter(({transcodeDecision}) => transcodeDecision === decision).length;
	return {
		streamCount: sessions.length,
		directPlayCount: count('direct play'),
		directStreamCount: count('copy'),
		transcodeCount: count('transcode'),
		bandwidthKbps: {total: 10_000, lan: 4000, wan: null},
		sessions,
	};
};
