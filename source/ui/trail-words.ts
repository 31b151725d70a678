import type {Glyphs} from '../canvas/glyphs.ts';
import {textWidth} from '../canvas/widths.ts';
import {findView} from '../views/index.ts';
import type {Step} from '../views/plan/view.ts';
import type {State} from './state.ts';

/** What a page is called: what it is about, else its view. */
const stepTitle = ({view, subject}: Step): string => subject?.name ?? (findView(view)?.short ?? view).toLowerCase();

/** The way to a page, and the page: "home › users ›" and "marta". */
export type TrailParts = {readonly before: string; readonly title: string};

/**
 * The way to the page that is seen, or to `over`, which lies over it. One that is longer than `room` cells loses its middle: where one
 * began and where one is stays.
 */
export const trailParts = (
	{trail}: State,
	{selected, cut}: Glyphs,
	over: string | null = null,
	room = Number.POSITIVE_INFINITY,
): TrailParts => {
	const all = [...trail.map(stepTitle), ...(over === null ? [] : [over])];
	const title = all.at(-1) ?? '';
	const [first = 'home', ...others] = ['home', ...all.slice(0, -1)];
	const words = (steps: readonly string[]): string =>
		steps
			.map(step => `${step} ${selected} `)
			.join('')
			.trimEnd();
	for (let left = 0; left <= others.length; left += 1) {
		const before = words([first, ...(left === 0 ? [] : [cut]), ...others.slice(left)]);
		if (textWidth(before) + textWidth(title) + 2 <= room) return {before, title};
	}
	return {before: words([cut]), title};
};
