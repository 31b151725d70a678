import {formatCategory, formatMoment} from '../../canvas/clock.ts';
import {formatCount, formatHours, plural} from '../../canvas/format.ts';
import type {AtOnce, PeakRecord, Since} from '../../domain/plays/at-once.ts';
import type {PeaksAnswer} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import type {Activity} from '../../domain/session.ts';
import {weekdayOf} from '../../domain/zone.ts';
import {atLeast} from '../../stats/at-least.ts';
import {dayNumber} from '../../stats/plays/time-axis.ts';
import {beatenAt, beatenBy} from '../../stats/records.ts';
import type {Scene} from '../plan/scene.ts';

/** Weekdays by their number. */
export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The hours of the day as questions call them. */
export const hourKeys: readonly string[] = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));

/** The first moment with the most streams of a window; null: there was none. */
export const highestOf = <Moment extends Since>(moments: ReadonlyArray<Moment | null>): Moment | null =>
	moments.reduce<Moment | null>((best, moment) => (moment && moment.count > (best?.count ?? 0) ? moment : best), null);

/** Days were cut in the server's zone, so the times beside them are in it too. */
export const when = (at: number, {now, graphZone, zone}: Scene): string => formatMoment(at, now, graphZone ?? zone);

/** Who is watching, where that is what the window ends with: now, and all of it. */
export const liveOf = ({live, query: {window, where}}: Scene): Activity | null =>
	'days' in window && window.at === undefined && Object.keys(where).length === 0 ? live : null;

/** "before 7, 12 Nov 21:40". */
const beforeWords = (before: Since, scene: Scene): string => `before ${before.count}, ${when(before.at, scene)}`;

/** "a record, before 7, 12 Nov 21:40"; '' where it is none. */
const recordWords = (record: PeakRecord | null, high: Since, scene: Scene): string => {
	const before = beatenAt(high, record);
	return before ? `a record, ${beforeWords(before, scene)}` : '';
};

/** "9 now is a record, before 7, 12 Nov 21:40"; '' where none is. */
export const recordSentence = (
	high: Since | null,
	record: PeakRecord | null,
	now: number | null,
	scene: Scene,
): string => {
	const beaten = beatenBy(now, record);
	if (beaten) return `${now} now is a record, ${beforeWords(beaten, scene)}`;
	const words = high ? recordWords(record, high, scene) : '';
	return words === '' ? '' : `${high?.count ?? 0} is ${words}`;
};

/** "now 9: a record, before 7, 12 Nov 21:40"; "most 7, 12 Nov 21:40", "now 3". Nothing where there was and is nothing. */
const highParts = (
	high: Since | null,
	record: PeakRecord | null,
	now: number | null,
	scene: Scene,
): readonly string[] => {
	const beaten = beatenBy(now, record);
	if (beaten) return [`now ${now}: a record`, beforeWords(beaten, scene)];
	const running = now === null ? '' : `now ${now}`;
	if (!high) return [running];
	if (now !== null && now > high.count) return [running, beforeWords(high, scene)];
	return [`most ${high.count}, ${when(high.at, scene)}`, running, recordWords(record, high, scene)];
};

/** Of a handful of plays nothing is the most: only how many there were at once. */
const handfulParts = ({own}: PeaksAnswer, scene: Scene): readonly string[] => {
	const high = highestOf(own.most);
	const now = liveOf(scene);
	return [high ? `${high.count} at once, ${when(high.at, scene)}` : '', now ? `now ${now.streamCount}` : ''];
};

/** The most streams at once, in as many facts as there are. */
export const streamParts = (found: PeaksAnswer, scene: Scene): readonly string[] => {
	const {own, records, plays} = found;
	if (plays < handful) return handfulParts(found, scene).filter(Boolean);
	return highParts(highestOf(own.most), records.streams, liveOf(scene)?.streamCount ?? null, scene).filter(Boolean);
};

/** The same of transcodes. */
export const transcodeParts = ({own, records, plays}: PeaksAnswer, scene: Scene): readonly string[] => {
	const now = liveOf(scene)?.transcodeCount ?? null;
	const high = highestOf(own.transcodes);
	if (!high && !now) return ['no transcodes'];
	if (plays < handful) return [`transcode ${Math.max(high?.count ?? 0, now ?? 0)}`];
	const [first = '', ...rest] = highParts(high, records.transcodes, now, scene).filter(Boolean);
	return [`transcode ${first}`, ...rest];
};

const number = (value: number, {glyphs}: Scene): string =>
	Number.isInteger(value) ? formatCount(value, glyphs) : value.toFixed(1);

/** "usual Sunday 5"; '' where nothing is usual yet. */
export const usualWords = ({records: {usual}}: PeaksAnswer, scene: Scene): string =>
	usual ? `usual ${dayNames[usual.weekday] ?? ''} ${number(usual.count, scene)}` : '';

/** "3 or more: 27 days" and "41 h", a third of the most; nothing where that is a single stream. */
export const leastParts = ({own}: PeaksAnswer, {glyphs}: Scene): readonly string[] => {
	const all = atLeast(own);
	const found = all[Math.ceil(all.length / 3) - 1];
	if (!found || found.streams < 2) return [];
	const days = plural(found.days, 'day', 'days', glyphs);
	return [`${found.streams} or more: ${days}`, formatHours(found.seconds, glyphs)];
};

/** "most 5 at 21:00, usual 3". */
export const hourWords = ({own: {hours, usualHours}}: PeaksAnswer, hour: number, scene: Scene): string => {
	const usual = usualHours[hour] ?? null;
	const most = `${hours[hour]?.count ?? 0} at ${hourKeys[hour] ?? ''}:00`;
	return usual === null ? most : `${most}, usual ${number(usual, scene)}`;
};

/** "3 transcode" and "4 direct play", what costs most first. */
export const partWords = ({directPlay, directStream, transcode}: AtOnce): readonly string[] =>
	[
		transcode === 0 ? '' : `${transcode} transcode`,
		directStream === 0 ? '' : `${directStream} direct stream`,
		directPlay === 0 ? '' : `${directPlay} direct play`,
	].filter(Boolean);

/** "2026-11-12" as "Thu 12 Nov". */
export const dayName = (date: string): string =>
	`${(dayNames[weekdayOf(dayNumber(date))] ?? '').slice(0, 3)} ${formatCategory(date)}`;
