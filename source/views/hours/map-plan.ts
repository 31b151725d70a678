import type {Canvas} from '../plan/scene.ts';

/** How the map lies on a canvas. */
export type MapPlan = {
	/** Cells before the hours. */
	readonly gutter: number;
	/** Cells an hour. */
	readonly step: number;
	/** Rows a day. */
	readonly tall: number;
	/** Cells behind the hours, for the scale; 0: it stands below. */
	readonly aside: number;
	/** Rows of the bars, and of the numbers under them where those fit. */
	readonly bars: number;
	/** Whether numbers may stand under the bars. */
	readonly values: boolean;
	/** Rows of words at the foot. */
	readonly words: number;
};

const [days, hours] = [7, 24];

/** More rows a day would be stripes. */
const tallest = 5;

const reportHeight = 20;

/** What fits where; null: no map does. `scale`: cells of the widest number beside it, `most` of the largest at the bars. */
export const planMap = (
	{width, height, form}: Pick<Canvas, 'width' | 'height' | 'form'>,
	scale: number,
	most: number,
): MapPlan | null => {
	const rows = Number.isFinite(height) ? height : reportHeight;
	if (rows < days + 2 || width < 5 + hours) return null;
	const values = form === 'page' && rows >= 20 && width >= 9 + 4 * hours;
	const gutter = values ? 9 : Math.max(5, most + 1);
	const beside = Math.floor((width - gutter - scale - 1) / hours);
	const without = Math.floor((width - gutter) / hours);
	const isBelow = beside < 1 || (without > beside && (beside < 2 || rows >= 12));
	const step = Math.max(1, isBelow ? without : beside);
	const left = width - gutter - hours * step;
	const aside = isBelow ? 0 : left - scale > 3 ? scale + 2 : scale + 1;
	const words = Math.max(0, Math.min(rows - days - 2, isBelow ? 3 : 2));
	const tall = Math.max(1, Math.min(tallest, Math.floor((rows * 0.45) / days)));
	return {gutter, step, tall, aside, bars: rows - days * tall - 1 - words, values, words};
};
