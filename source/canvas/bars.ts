import type {Glyphs} from './glyphs.ts';
import type {Role, Row} from './row.ts';

/** The filled cells of a bar: whole cells, then the part of one. What is above zero never vanishes. */
const fillOf = (share: number, width: number, bars: readonly string[]): string => {
	const perCell = bars.length;
	const bounded = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
	const steps = bounded === 0 || width === 0 ? 0 : Math.max(1, Math.round(bounded * width * perCell));
	const whole = Math.floor(steps / perCell);
	return (bars[perCell - 1] ?? '').repeat(whole) + (bars[(steps % perCell) - 1] ?? '');
};

const onTrack = (fill: string, width: number, track: string, role: Role): Row => [
	{text: fill, role},
	{text: track.repeat(Math.max(0, width - [...fill].length)), role: 'dim'},
];

/** A part of a whole (0 to 1) as a bar to 100 % on a dim track, exactly `width` cells. */
export const shareBar = (share: number, width: number, glyphs: Glyphs, role: Role = 'plain'): Row =>
	onTrack(fillOf(share, Math.max(0, width), glyphs.bars), width, glyphs.track, role);

/** The same in the pattern that tells transcode apart without colour; in whole cells. */
export const patternBar = (share: number, width: number, glyphs: Glyphs, role: Role = 'plain'): Row =>
	onTrack(fillOf(share, Math.max(0, width), [glyphs.pattern]), width, glyphs.track, role);

/** How far something has come (0 to 1): a thin line in half cells on a dim track, exactly `width` cells. */
export const progressBar = (share: number, width: number, glyphs: Glyphs, role: Role = 'plain'): Row =>
	onTrack(fillOf(share, Math.max(0, width), glyphs.progress), width, glyphs.progressTrack, role);

/** A count as a bar from zero, `max` filling all of `width`; blanks after it, exactly `width` cells. */
export const countBar = (value: number, max: number, width: number, glyphs: Glyphs): string => {
	const fill = max > 0 ? fillOf(value / max, Math.max(0, width), glyphs.bars) : '';
	return fill + ' '.repeat(Math.max(0, width - [...fill].length));
};
