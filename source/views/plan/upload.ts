import {formatMegabits} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Role, Row} from '../../canvas/row.ts';

/** From these parts of the limit on there is little room, and next to none. */
const littleRoom = 0.8;
const noRoom = 0.95;

/** What goes out over the internet against what the line can send; `share` is null where that is not known. */
export type Upload = {readonly share: number | null; readonly role: Role; readonly words: Row};

const roleOf = (share: number): Role => {
	if (share > noRoom) return 'bad';
	return share >= littleRoom ? 'bold' : 'plain';
};

const limitWords = (mbps: number): string => (Number.isInteger(mbps) ? String(mbps) : mbps.toFixed(1));

/** "38.9 of 40 !", "6.2" where no limit is known. */
export const uploadOf = (wanKbps: number, uploadMbps: number | null, {warn}: Glyphs): Upload => {
	const now = formatMegabits(wanKbps);
	if (uploadMbps === null) return {share: null, role: 'plain', words: [{text: now}]};
	const share = wanKbps / (uploadMbps * 1000);
	const role = roleOf(share);
	const mark = role === 'plain' ? '' : ` ${warn}`;
	return {share, role, words: [{text: `${now} of ${limitWords(uploadMbps)}${mark}`, role}]};
};
