import {formatClock} from '../../canvas/clock.ts';
import {formatMegabits, plural} from '../../canvas/format.ts';
import type {Role, Row} from '../../canvas/row.ts';
import {joinWhole} from '../../canvas/widths.ts';
import {type CapacityAnswer, nearShare, overShare} from '../../domain/streams/capacity.ts';
import type {MinuteColumn} from '../../stats/streams/minute-columns.ts';
import type {Scene} from '../plan/scene.ts';
import {windowWords} from '../plan/words.ts';
import {ofLimit, placeOf} from './columns.ts';

/** What goes out now; null: not known. Of a past moment only what was seen is known. */
export const nowKbps = ({recent}: CapacityAnswer, {live, query: {window}}: Scene): number | null => {
	const isPast = 'from' in window || window.at !== undefined;
	return isPast || !live ? (recent.at(-1) ?? recent.at(-2) ?? null) : live.bandwidthKbps.wan;
};

/** What a transcode over the internet takes, of those that run; null: none does. */
const transcodeKbps = ({live}: Scene): number | null => {
	const rates = (live?.sessions ?? []).flatMap(({transcodeDecision, location, bandwidthKbps}) =>
		transcodeDecision === 'transcode' && location === 'wan' && bandwidthKbps !== null ? [bandwidthKbps] : [],
	);
	return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
};

/** Megabits of a limit, which are seldom more than whole ones: "40". */
export const limitMegabits = (kbps: number): string => (kbps % 1000 === 0 ? String(kbps / 1000) : formatMegabits(kbps));

/** "over 32 since 20:43"; '' where it is not over it now. */
const sinceWords = (now: number, limitKbps: number, {overSince}: CapacityAnswer, scene: Scene): string => {
	const mark = limitKbps * overShare;
	if (overSince === null || now <= mark) return '';
	return `over ${limitMegabits(mark)} since ${formatClock(overSince, placeOf(scene))}`;
};

/** "room 1.1, a transcode takes 6.1". */
const roomWords = (now: number, limitKbps: number, scene: Scene): string => {
	const takes = transcodeKbps(scene);
	const room = `room ${formatMegabits(Math.max(0, limitKbps - now))}`;
	return takes === null ? room : `${room}, a transcode takes ${formatMegabits(takes)}`;
};

/** Near the limit it is trouble; before that worth a look. */
const roleOfRate = (kbps: number, limitKbps: number): Role =>
	kbps > limitKbps * nearShare ? 'bad' : kbps > limitKbps * overShare ? 'bold' : 'plain';

/** "now 38.9 (97 %), over 32 since 20:43   room 1.1, a transcode takes 6.1", and more where there is room. */
export const nowRow = (data: CapacityAnswer, scene: Scene, more: string, width: number): Row => {
	const now = nowKbps(data, scene);
	if (now === null) return [{text: ' '}, {text: joinWhole(['what goes out now is not known', more], '   ', width)}];
	const {limitKbps} = data;
	if (limitKbps === null) {
		const how = 'set dashboard.upload_mbps to what the line can send';
		return [{text: ' '}, {text: joinWhole([`now ${formatMegabits(now)} Mb/s`, more, how], '   ', width)}];
	}
	const first = `now ${formatMegabits(now)} (${ofLimit(now, limitKbps)})`;
	const over = joinWhole([first, sinceWords(now, limitKbps, data, scene)], ', ', width);
	const rest = joinWhole([over, roomWords(now, limitKbps, scene), more], '   ', width).slice(first.length);
	return [{text: ' '}, {text: first, role: roleOfRate(now, limitKbps)}, {text: rest}];
};

/** "limit 40 Mb/s". */
export const limitWords = ({limitKbps}: CapacityAnswer): string =>
	limitKbps === null ? 'no limit known' : `limit ${limitMegabits(limitKbps)} Mb/s`;

/** "over 32 Mb/s: 3 days in 30 days"; '' where there is no limit. */
export const overWords = ({days, limitKbps}: CapacityAnswer, scene: Scene): string => {
	if (limitKbps === null) return '';
	const over = days.filter(({kbps, minutesOver}) => (minutesOver ?? 0) > 0 || kbps > limitKbps * overShare).length;
	const count = over === 0 ? 'never' : plural(over, 'day', 'days', scene.glyphs);
	return `over ${limitMegabits(limitKbps * overShare)} Mb/s: ${count} in ${windowWords(scene.query.window, scene)}`;
};

/** What the cursor is on: "20:43  33.1 Mb/s (83 %)". */
export const columnWords = (
	{from, minutes, highest}: MinuteColumn,
	{limitKbps}: CapacityAnswer,
	scene: Scene,
): string => {
	if (!highest) return `${formatClock(from, placeOf(scene))}  not seen`;
	const share = limitKbps === null ? '' : ` (${ofLimit(highest.kbps, limitKbps)})`;
	const most = minutes === 1 ? '' : `, the most of ${minutes} minutes`;
	return `${formatClock(highest.at, placeOf(scene))}  ${formatMegabits(highest.kbps)} Mb/s${share}${most}`;
};
