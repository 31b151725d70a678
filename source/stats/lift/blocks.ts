import {dayStart, localDay, type ZoneName} from '../../domain/zone.ts';
import type {Stretch} from './input.ts';

/** Eight weeks, counted from Monday 1970-01-05: what else changes with the seasons changes little in them. */
const daysOfBlock = 56;
const firstMonday = 4;

/** The blocks that a window lies in, cut to it, oldest first. */
export const blocksOf = ({from, to}: Stretch, zone: ZoneName): readonly Stretch[] => {
	const number = Math.floor((localDay(zone, from) - firstMonday) / daysOfBlock);
	const blocks: Stretch[] = [];
	for (let next = number + 1, begin = from; begin < to; next++) {
		const end = Math.min(to, dayStart(zone, firstMonday + next * daysOfBlock));
		if (end > begin) blocks.push({from: begin, to: end});
		begin = Math.max(begin, end);
	}
	return blocks;
};
