import {formatClock} from '../../canvas/clock.ts';
import {formatDecimal, formatMegabits} from '../../canvas/format.ts';
import {type Activity, identityOf, type Session} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text.ts';
import {endsAt, isSlow, personName} from '../panes/now-playing/words.ts';
import {countWords, sentence, type Voice} from './voice.ts';

const howWords = ({transcodeDecision, transcodeSpeed}: Session): string => {
	if (transcodeDecision === 'copy') return 'direct stream';
	if (transcodeDecision !== 'transcode') return transcodeDecision;
	return transcodeSpeed === null || transcodeSpeed <= 0
		? 'transcode'
		: `transcode at ${formatDecimal(transcodeSpeed)} times its speed`;
};

/** "Harbour Lights, season 2 episode 5". */
const titleWords = ({mediaType, seasonNumber, episodeNumber, grandparentTitle, fullTitle, title}: Session): string =>
	mediaType === 'episode' && grandparentTitle.trim() !== '' && seasonNumber !== null && episodeNumber !== null
		? `${grandparentTitle}, season ${seasonNumber} episode ${episodeNumber}`
		: shownTitle(fullTitle, title);

const stateWords = (session: Session): string => {
	if (session.state === 'paused') return 'paused';
	if (session.state === 'buffering') return 'buffering';
	return isSlow(session) ? 'too slow' : '';
};

const endWords = (session: Session, {now, zone}: Voice): string => {
	const at = endsAt(session, now);
	return at === null ? '' : `ends ${formatClock(at, zone)}`;
};

/** How many streams there are, and what they cost. */
export const countSentence = ({streamCount, transcodeCount, bandwidthKbps, sessions}: Activity): string => {
	if (streamCount === 0) return 'Nobody is watching.';
	const unread = streamCount - sessions.length;
	const ofThem = bandwidthKbps.total === null ? 'megabits a second' : 'of them';
	return sentence(
		countWords(streamCount, 'stream', 'streams'),
		unread > 0 ? `${unread} of them cannot be read` : '',
		transcodeCount === 0 ? '' : countWords(transcodeCount, 'transcode', 'transcodes'),
		bandwidthKbps.total === null ? '' : `${formatMegabits(bandwidthKbps.total)} megabits a second`,
		bandwidthKbps.wan ? `${formatMegabits(bandwidthKbps.wan)} ${ofThem} to the outside` : '',
	);
};

/** One stream with all that its row on the screen says. */
export const streamSentence = (session: Session, voice: Voice): string =>
	sentence(
		`${personName(session.user, voice.names)} watches ${titleWords(session)}`,
		howWords(session),
		session.player === '' ? '' : `on ${session.player}`,
		stateWords(session),
		endWords(session, voice),
	);

/** What became of a stream that goes on; '' where nothing worth a line did. */
const turn = (before: Session, after: Session): string => {
	if (titleWords(before) !== titleWords(after)) return `watches ${titleWords(after)} now`;
	if (stateWords(before) !== stateWords(after)) return stateWords(after) === '' ? 'goes on' : `is ${stateWords(after)}`;
	return before.transcodeDecision === after.transcodeDecision ? '' : `gets ${howWords(after)} now`;
};

/** What has changed from one answer to the next, a sentence each: who started, who stopped, who waits. */
export const streamChanges = (before: Activity, after: Activity, {names}: Voice): readonly string[] => {
	const earlier = new Map(before.sessions.map(session => [identityOf(session), session]));
	const later = new Set(after.sessions.map(identityOf));
	const stopped = before.sessions
		.filter(session => !later.has(identityOf(session)))
		.map(session => sentence(`${personName(session.user, names)} stopped ${titleWords(session)}`));
	const others = after.sessions.flatMap(session => {
		const known = earlier.get(identityOf(session));
		const name = personName(session.user, names);
		if (!known) {
			return [
				sentence(
					`${name} started ${titleWords(session)}`,
					session.transcodeDecision === 'copy' ? 'direct stream' : session.transcodeDecision,
					session.player,
				),
			];
		}
		const words = turn(known, session);
		return words === '' ? [] : [sentence(`${name} ${words}`)];
	});
	return [...stopped, ...others];
};
