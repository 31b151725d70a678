import {formatDay, formatMoment} from '../../canvas/clock.ts';
import {formatCount, formatHours} from '../../canvas/format.ts';
import type {AtOnce, PeakRecord, Since} from '../../domain/plays/at-once.ts';
import type {PeaksAnswer} from '../../domain/plays/graph.ts';
import type {Activity} from '../../domain/session.ts';
import {atLeast} from '../../stats/at-least.ts';
import type {Scene} from '../plan/scene.ts';

/** Weekdays by their number. */
export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The hours of the day as questions call them. */
export const hourKeys: readonly string[] = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));

/** The first moment with the most streams of a window; null: there was none. */
export const highestOf = <Moment extends Since>(moments: ReadonlyArray<Moment | null>): Moment | null =>
	moments.reduce<Moment | null>((best, moment) => (moment && moment.count > (best?.count ?? 0) ? moment : best), null);

/** Days were cut in the server's zone, so the times beside them are in it too. */
const when = (at: number, {now, graphZone, zone}: Scene): string => formatMoment(at, now, graphZone ?? zone);

/** What runs now, by how it is counted. */
export type Running = {readonly streams: number; readonly transcodes: number};

export const runningOf = (live: Activity | null): Running | null =>
	live && {streams: live.streamCount, transcodes: live.transcodeCount};

/** ", a record, before 7, 12 Nov 21:40"; '' where it is none. */
const recordWords = (record: PeakRecord | null, high: Since, scene: Scene): string => {
	if (record?.at !== high.at || !record.before) return '';
	return `: a record, before ${record.before.count}, ${when(record.before.at, scene)}`;
};

/** "now 9: a record, before 7, 12 Nov 21:40", "most 7, 12 Nov 21:40   now 3"; '' where there was and is nothing. */
const highWords = (high: Since | null, record: PeakRecord | null, now: number | null, scene: Scene): string => {
	if (now !== null && record && now > record.count) {
		return `now ${now}: a record, before ${record.count}, ${when(record.at, scene)}`;
	}
	const running = now === null ? '' : `   now ${now}`;
	if (!high) return running.trim();
	if (now !== null && now > high.count) return `now ${now}, before ${high.count}, ${when(high.at, scene)}`;
	return `most ${high.count}, ${when(high.at, scene)}${recordWords(record, high, scene)}${running}`;
};

export const streamWords = ({own, records}: PeaksAnswer, scene: Scene): string =>
	highWords(highestOf(own.most), records.streams, runningOf(scene.live)?.streams ?? null, scene);

export const transcodeWords = ({own, records}: PeaksAnswer, scene: Scene): string => {
	const now = runningOf(scene.live)?.transcodes ?? null;
	const words = highWords(highestOf(own.transcodes), records.transcodes, now, scene);
	return words === '' ? 'no transcodes' : `transcode ${words}`;
};

const number = (value: number, {glyphs}: Scene): string =>
	Number.isInteger(value) ? formatCount(value, glyphs) : value.toFixed(1);

/** "usual Sunday 5"; '' where nothing is usual yet. */
export const usualWords = ({records: {usual}}: PeaksAnswer, scene: Scene): string =>
	usual ? `usual ${dayNames[usual.weekday] ?? ''} ${number(usual.count, scene)}` : '';

/** "3 or more: 27 days, 41 h", a third of the most; '' where that is a single stream. */
export const leastWords = ({own}: PeaksAnswer, {glyphs}: Scene): string => {
	const all = atLeast(own);
	const found = all[Math.ceil(all.length / 3) - 1];
	if (!found || found.streams < 2) return '';
	const days = `${formatCount(found.days, glyphs)} ${found.days === 1 ? 'day' : 'days'}`;
	return `${found.streams} or more: ${days}, ${formatHours(found.seconds, glyphs)}`;
};

/** "most 5 at 21:00, usual 3". */
export const hourWords = ({own: {hours, usualHours}}: PeaksAnswer, hour: number, scene: Scene): string => {
	const usual = usualHours[hour] ?? null;
	const most = `${hours[hour]?.count ?? 0} at ${hourKeys[hour] ?? ''}:00`;
	return usual === null ? most : `${most}, usual ${number(usual, scene)}`;
};

/** "4 direct play, 1 transcode". */
export const partWords = ({directPlay, directStream, transcode}: AtOnce): string =>
	[
		directPlay === 0 ? '' : `${directPlay} direct play`,
		directStream === 0 ? '' : `${directStream} direct stream`,
		transcode === 0 ? '' : `${transcode} transcode`,
	]
		.filter(Boolean)
		.join(', ');

/** The day of a moment: "12 Nov". */
export const dayWords = (at: number, {graphZone, zone}: Scene): string => formatDay(at, graphZone ?? zone);
