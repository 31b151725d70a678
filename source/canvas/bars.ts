import type {Glyphs} from './glyphs.ts';
import type {Role, Row} from './row.ts';

/** A line of half cells, as many as the part of `width` has. What is above zero never vanishes. */
const lineOf = (part: number, width: number, {lines}: Glyphs): string => {
	const perCell = lines.length;
	const bounded = Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0;
	const steps = bounded === 0 || width <= 0 ? 0 : Math.max(1, Math.round(bounded * width * perCell));
	return (lines[perCell - 1] ?? '').repeat(Math.floor(steps / perCell)) + (lines[(steps % perCell) - 1] ?? '');
};

/** A part of a whole (0 to 1) as a bar to 100 % on a dim track, exactly `width` cells. */
export const shareBar = (share: number, width: number, glyphs: Glyphs, role: Role = 'plain'): Row => {
	const line = lineOf(share, width, glyphs);
	return [
		{text: line, role},
		{text: glyphs.track.repeat(Math.max(0, width - line.length)), role: 'dim'},
	];
};

/** The number of a row as a bar from zero, `max` filling all of `width`; blanks after it, exactly `width` cells. */
export const rowBar = (value: number, max: number, width: number, glyphs: Glyphs): string =>
	(max > 0 ? lineOf(value / max, width, glyphs) : '').padEnd(Math.max(0, width));
