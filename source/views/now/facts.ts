import {formatWhen} from '../../canvas/clock.ts';
import {formatDuration, formatMegabits, plural} from '../../canvas/format.ts';
import type {Session, StreamFormat} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {playerName} from '../plan/player-name.ts';
import type {Scene} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {causeWords, soundWords} from '../streams/why.ts';
import type {StreamNotes} from './notes.ts';
import {decisionWords, endsWords, episodeCode, formatWords, howWords, resolutionName, zoneOf} from './words.ts';

/** A fact with its name, in parts. */
export type NamedFact = readonly [name: string, words: readonly string[]];

const bitrate = ({bitrateKbps}: StreamFormat): string => (bitrateKbps === null ? '' : formatMegabits(bitrateKbps));

const madeBy = ({transcodeHardware}: Session): string => (transcodeHardware ? 'hardware' : 'software');

/** "hevc 2160p 24.0 → h264 1080p 3.8 Mb/s, software"; what is played as it is once. */
export const pictureFact = (session: Session, between: string): string => {
	const {source, stream, transcodeDecision, videoDecision} = session;
	if (transcodeDecision !== 'transcode') return formatWords(source);
	const from = [source.videoCodec || source.audioCodec, resolutionName(source.resolution), bitrate(source)];
	const to = formatWords(stream);
	const change = [from.filter(Boolean).join(' '), to].filter(Boolean).join(` ${between} `);
	return videoDecision === 'transcode' ? `${change}, ${madeBy(session)}` : change;
};

/** "1080p 9.8 → 720p 6.0 Mb/s, hardware": where the codecs are told already. */
export const shortPicture = (session: Session, between: string): string => {
	const {source, stream} = session;
	const bare = (format: StreamFormat): StreamFormat => ({...format, videoCodec: '', audioCodec: ''});
	const sent = stream.resolution === source.resolution ? {...stream, resolution: ''} : stream;
	return pictureFact({...session, source: bare(source), stream: bare(sent)}, between);
};

/** "eac3 5.1 → aac 2.0, subtitles Czech burned in". */
export const soundFact = (session: Session, between: string): string => {
	const {source, subtitleDecision} = session;
	const subtitles = ['subtitles', source.subtitleLanguage].filter(Boolean).join(' ');
	return [soundWords(session, between), decisionWords(subtitles, subtitleDecision)].filter(Boolean).join(', ');
};

/** "buffering since 21:01, 3 times, 48 s"; '' where it never did. */
export const stallFact = ({state}: Session, {bufferingSince, seen}: StreamNotes, scene: Scene): string => {
	const since = bufferingSince === null ? '' : ` since ${formatWhen(bufferingSince, scene.now, zoneOf(scene))}`;
	const isStalled = state === 'buffering';
	if (!seen || seen.stalls === 0) return isStalled ? `buffering${since}` : '';
	const times = `${plural(seen.stalls, 'time', 'times', scene.glyphs)}, ${Math.round(seen.stalledSeconds)} s`;
	return isStalled ? `buffering${since}, ${times}` : `buffered ${times}`;
};

/** The same with its name. */
export const stallFacts = (session: Session, notes: StreamNotes, scene: Scene): readonly NamedFact[] => {
	const words = stallFact(session, notes, scene);
	return words === '' ? [] : [['stalls', [words]]];
};

/** "in Hidden Gems, Awards 2026"; '' where it is in none, or nobody knows. */
export const collectionsFact = ({collections}: StreamNotes): string =>
	collections === null || collections.length === 0 ? '' : `in ${collections.join(', ')}`;

/** "Night Ferry (2024)", "Glass Harbour - The Fog  S03E10". */
export const titleFact = (session: Session): string => {
	const year = session.year === null || session.mediaType !== 'movie' ? '' : ` (${session.year})`;
	const code = episodeCode(session);
	return `${shownTitle(session.fullTitle, session.title)}${year}${code === '' ? '' : `  ${code}`}`;
};

/** "0h 43m of 1h 40m, 43 %". */
export const progressFact = ({progressPercent, viewOffsetMs, durationMs}: Session): string => {
	const percent = progressPercent === null ? '' : `${progressPercent} %`;
	if (viewOffsetMs === null || durationMs === null) return percent;
	return `${formatDuration(viewOffsetMs / 1000)} of ${formatDuration(durationMs / 1000)}`;
};

const endFact = (session: Session, {endsAt}: StreamNotes, scene: Scene): string => {
	if (session.live) return 'live';
	if (session.state !== 'playing') return session.state;
	return endsAt === null ? '' : `ends ${endsWords(session, endsAt, scene)}`;
};

const networkFact = ({location, bandwidthKbps, relayed}: Session): readonly string[] => [
	location.toUpperCase(),
	bandwidthKbps === null ? '' : `${formatMegabits(bandwidthKbps)} Mb/s`,
	relayed ? 'over the relay' : '',
];

const containerFact = ({source, stream}: Session, between: string): string =>
	stream.container === '' || stream.container === source.container
		? source.container
		: `${source.container} ${between} ${stream.container}`;

/** What is known of a stream, each fact with its name: `between` stands between the file and what became of it. */
export const streamFacts = (
	session: Session,
	notes: StreamNotes,
	scene: Scene,
	between: string,
): readonly NamedFact[] => {
	const {glyphs, names} = scene;
	const facts: readonly NamedFact[] = [
		['who', [personName(session.user, names), session.libraryName]],
		['how', [howWords(session, glyphs), session.transcodeThrottled ? 'resting, its buffer is full' : '']],
		['why', causeWords(session, between)],
		[
			'picture',
			[
				pictureFact(session, between),
				session.transcodeDecision === 'copy' ? decisionWords('picture', session.videoDecision) : '',
			],
		],
		['sound', [soundFact(session, between), decisionWords('audio', session.audioDecision)]],
		['file', [containerFact(session, between), session.qualityProfile && `quality ${session.qualityProfile}`]],
		['player', [playerName(session.player, names), session.product, session.platform]],
		['network', networkFact(session)],
		['progress', [progressFact(session), endFact(session, notes, scene)]],
		['in', notes.collections ?? []],
	];
	return facts.map(([name, words]) => [name, words.filter(Boolean)] as const).filter(([, words]) => words.length > 0);
};
