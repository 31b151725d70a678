import {formatMegabits} from '../../canvas/format.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Session} from '../../domain/session.ts';
import type {Reason, WhyCounts} from '../../domain/streams/why.ts';
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

/** Each reason in the words of this stream: "limit 4.0 Mb/s", "hevc → h264". */
export const reasonWords = (
	why: readonly Reason[],
	session: Pick<Session, 'source' | 'stream'>,
	between: string,
): readonly string[] => {
	const {source, stream} = session;
	const change = (from: string, to: string): string => (from === to ? from : `${from} ${between} ${to}`);
	const words: Readonly<Record<Reason, string>> = {
		limit: stream.bitrateKbps === null ? 'limit' : `limit ${formatMegabits(stream.bitrateKbps)} Mb/s`,
		subtitles: 'subtitles burned in',
		codec: `codec ${change(source.videoCodec, stream.videoCodec)}`.trim(),
		sound: `sound ${change(source.audioCodec, stream.audioCodec)}`.trim(),
		container: `container ${change(source.container, stream.container)}`.trim(),
	};
	return why.map(reason => words[reason]);
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
