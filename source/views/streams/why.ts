import {formatMegabits} from '../../canvas/format.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Session} from '../../domain/session.ts';
import {type Reason, reasonsOf, type WhyCounts, type WhyFacts} from '../../domain/streams/why.ts';
import type {Asking} from '../plan/view.ts';

/** Channels as people call them: 6 is 5.1. */
const channelWords = (channels: number | null): string => {
	if (channels === null) return '';
	return channels > 2 ? `${channels - 1}.1` : `${channels}.0`;
};

/** "eac3 5.1 → aac 2.0", or what it was where that is what was sent. */
export const soundWords = ({source, stream}: Pick<Session, 'source' | 'stream'>, between: string): string => {
	const from = `${source.audioCodec} ${channelWords(source.audioChannels)}`.trim();
	const to = `${stream.audioCodec} ${channelWords(stream.audioChannels)}`.trim();
	return to === '' || to === from ? from : `${from} ${between} ${to}`;
};

type WhyStream = WhyFacts & Pick<Session, 'source' | 'stream'>;

/** "6" of "6 Mbps 720p", in Mb/s; else what is sent. */
const limitWords = ({qualityProfile, stream}: WhyStream): string => {
	const [, number = '', unit = ''] = /([\d.]+)\s*(mbps|kbps)/i.exec(qualityProfile) ?? [];
	const mbps = unit.toLowerCase() === 'kbps' ? Number(number) / 1000 : Number(number);
	if (number !== '' && Number.isFinite(mbps) && mbps > 0) return `limit ${Number(mbps.toFixed(1))} Mb/s`;
	return stream.bitrateKbps === null ? 'limit' : `limit ${formatMegabits(stream.bitrateKbps)} Mb/s`;
};

/**
 * Why a stream is not played as it is, in its own words, what becomes of the picture first: "hevc → h264", "limit 6 Mb/s"; of a direct
 * stream what is done to its wrapping: "mkv → mp4". Nothing of a direct play.
 */
export const causeWords = (session: WhyStream, between: string): readonly string[] => {
	const {source, stream, videoDecision, transcodeDecision} = session;
	const change = (from: string, to: string): string =>
		from === '' || to === '' || from === to ? '' : `${from} ${between} ${to}`;
	const container = change(source.container, stream.container);
	if (transcodeDecision === 'copy') return [container].filter(Boolean);
	const isKnown = [videoDecision, session.audioDecision, container].some(word => word !== '');
	const why = isKnown ? reasonsOf(session) : [];
	const picture = videoDecision === 'transcode' ? change(source.videoCodec, stream.videoCodec) : '';
	const words: Readonly<Record<Reason, string>> = {
		limit: limitWords(session),
		subtitles: 'subtitles burned in',
		codec: picture === '' ? `codec ${source.videoCodec}`.trim() : '',
		sound: change(source.audioCodec, stream.audioCodec) || 'sound',
		container: container || 'container',
	};
	return why.length === 0 ? [] : [picture, ...why.map(reason => words[reason])].filter(Boolean);
};

/** Null where nobody can say, since there is no database: the rest of an answer stands without it. */
export const orUnseen = async <Answer>(asked: Promise<Answer>): Promise<Answer | null> => {
	try {
		return await asked;
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		return null;
	}
};

/** Why streams of a window were transcoded; null: nobody can say. */
export const askWhy = ({sources, query, signal}: Asking): Promise<WhyCounts | null> =>
	orUnseen(sources.whyTranscoded({window: query.window, where: query.where}, signal));

/** "402 seen: limit 171 codec 118 subtitles 84 sound 29", the most first. */
export const seenWords = ({seen, reasons}: WhyCounts): string => {
	const parts = Object.entries(reasons)
		.filter(([, streams]) => streams > 0)
		.toSorted(([, one], [, two]) => two - one)
		.map(([reason, streams]) => `${reason} ${streams}`);
	return `${seen} seen: ${parts.join(' ')}`;
};

/** "why, 402 seen: limit 171 codec 118 subtitles 84 sound 29", the most first. */
export const whyWords = (counts: WhyCounts | null): string => {
	if (counts === null) return '';
	return counts.seen === 0 ? 'why: not seen yet' : `why, ${seenWords(counts)}`;
};

/** What programs read of it; null: nobody can say. */
export const whyJson = (counts: WhyCounts | null) =>
	counts && {seen: counts.seen, ...counts.reasons, since: counts.since};
