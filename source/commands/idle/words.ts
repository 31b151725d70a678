import {formatClock, type Zone} from '../../canvas/clock.ts';
import {truncate} from '../../canvas/widths.ts';
import type {Activity, Session} from '../../domain/session.ts';
import type {Json} from '../../export/json.ts';
import {endsAt} from '../../views/now/steady.ts';

/** More names are a number, and each leaves room for the others. */
const mostNamed = 4;
const nameCells = 24;

const untilWords = (session: Session, now: number, zone: Zone): string => {
	if (session.state === 'paused') return ' (paused)';
	if (session.live) return ' (live)';
	const end = endsAt(session, now);
	return end === null ? '' : ` until ${formatClock(end, zone)}`;
};

/** How many streams there are that somebody could be hurt by; those that cannot be read are among them. */
export const playing = ({streamCount, sessions}: Activity, ignorePaused: boolean): number => {
	const paused = sessions.filter(({state}) => state === 'paused').length;
	return Math.max(0, streamCount - (ignorePaused ? paused : 0));
};

/** What programs read of it. */
export const playingJson = (activity: Activity, ignorePaused: boolean, now: number): Json => ({
	idle: playing(activity, ignorePaused) === 0,
	stream_count: activity.streamCount,
	playing: activity.sessions.map(session => {
		const end = endsAt(session, now);
		return {
			user: session.user,
			full_title: session.fullTitle,
			state: session.state,
			ends: end === null ? null : Math.round(end),
		};
	}),
});

/** "Playing: marta until 22:01, otto (paused), 2 more." */
export const playingSentence = (
	{streamCount, sessions}: Activity,
	ignorePaused: boolean,
	now: number,
	zone: Zone,
): string => {
	const counted = ignorePaused ? sessions.filter(({state}) => state !== 'paused') : sessions;
	const unread = Math.max(0, streamCount - sessions.length);
	if (counted.length + unread === 0) {
		const paused = sessions.length - counted.length;
		return paused === 0 ? 'Nobody plays.' : `Nobody plays; ${paused} paused.`;
	}
	const named = counted
		.slice(0, mostNamed)
		.map(session => `${truncate(session.user, nameCells, '...') || 'Somebody'}${untilWords(session, now, zone)}`);
	const more = counted.length + unread - named.length;
	return `Playing: ${[...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')}.`;
};
