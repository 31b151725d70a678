import {formatClock} from '../../canvas/clock.ts';
import {formatDecimal, formatMegabits, plural} from '../../canvas/format.ts';
import {type Activity, type Session, speedOf} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {playerName} from '../plan/player-name.ts';
import type {Voice} from '../plan/scene.ts';
import {personName, sentence} from '../plan/words.ts';
import {causeWords} from '../streams/why.ts';
import type {StreamNotes} from './notes.ts';
import {isSlow, zoneOf} from './words.ts';

export const spokenHow = (session: Session): string => {
	const {transcodeDecision} = session;
	if (transcodeDecision === 'copy') return 'direct stream';
	const speed = speedOf(session);
	return speed === null ? transcodeDecision : `transcode at ${formatDecimal(speed)} times its speed`;
};

/** "Harbour Lights, season 2 episode 5". */
export const spokenTitle = ({
	mediaType,
	seasonNumber,
	episodeNumber,
	grandparentTitle,
	fullTitle,
	title,
}: Session): string =>
	mediaType === 'episode' && grandparentTitle !== '' && seasonNumber !== null && episodeNumber !== null
		? `${shownTitle(grandparentTitle)}, season ${seasonNumber} episode ${episodeNumber}`
		: shownTitle(fullTitle, title);

export const spokenState = (session: Session): string => {
	if (session.state === 'paused') return 'paused';
	if (session.state === 'buffering') return 'buffering';
	if (session.state === 'running') return 'still running';
	return isSlow(session) ? 'too slow' : '';
};

type Verb = 'watches' | 'watched';

const endWords = ({live}: Session, {endsAt}: StreamNotes, voice: Voice, verb: Verb): string => {
	if (live) return 'live';
	return endsAt === null ? '' : `${verb === 'watched' ? 'until' : 'ends'} ${formatClock(endsAt, zoneOf(voice))}`;
};

/** How many streams there are, and what they cost. */
export const countSentence = (
	{streamCount, transcodeCount, bandwidthKbps, sessions}: Activity,
	{glyphs}: Pick<Voice, 'glyphs'>,
): string => {
	if (streamCount === 0) return 'Nobody is watching.';
	const unread = streamCount - sessions.length;
	const ofThem = bandwidthKbps.total === null ? 'megabits a second' : 'of them';
	return sentence(
		plural(streamCount, 'stream', 'streams', glyphs),
		unread > 0 ? `${unread} of them cannot be read` : '',
		transcodeCount === 0 ? '' : plural(transcodeCount, 'transcode', 'transcodes', glyphs),
		bandwidthKbps.total === null ? '' : `${formatMegabits(bandwidthKbps.total)} megabits a second`,
		bandwidthKbps.wan ? `${formatMegabits(bandwidthKbps.wan)} ${ofThem} to the outside` : '',
	);
};

/** One stream with all that its row on the screen says. */
export const streamSentence = (session: Session, notes: StreamNotes, voice: Voice, verb: Verb = 'watches'): string =>
	sentence(
		`${personName(session.user, voice.names)} ${verb} ${spokenTitle(session)}`,
		spokenHow(session),
		causeWords(session, 'to').join(', '),
		session.player === '' ? '' : `on ${playerName(session.player, voice.names)}`,
		spokenState(session),
		endWords(session, notes, voice, verb),
	);
