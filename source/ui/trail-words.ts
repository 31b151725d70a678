import type {Glyphs} from '../canvas/glyphs.ts';
import {findView} from '../views/index.ts';
import type {Step} from '../views/plan/view.ts';
import type {State} from './state.ts';

/** What a page is called: what it is about, else its view. */
const stepTitle = ({view, subject}: Step): string => subject?.name ?? findView(view)?.title ?? view;

/** Of a long trail the middle is left out. */
const mostSteps = 3;

/** The way to the page that is seen: "home › Users › marta". */
export const trailWords = ({trail}: State, {selected, cut}: Glyphs): string => {
	const titles = trail.map(stepTitle);
	const shown = titles.length > mostSteps ? [titles[0] ?? '', cut, ...titles.slice(1 - mostSteps)] : titles;
	return ['home', ...shown].join(` ${selected} `);
};
