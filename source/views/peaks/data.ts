import type {Window} from '../../domain/period.ts';
import type {PeaksAnswer} from '../../domain/plays/graph.ts';
import type {Canvas} from '../plan/scene.ts';
import type {Asking} from '../plan/view.ts';

/** The peaks of the window, and of more days for a pane that has room for them; null: nobody asked. */
export type PeaksData = PeaksAnswer & {readonly longer: PeaksAnswer | null};

/** A month leaves half of a wide pane empty. */
const usualDays = 30;
const longerDays = 90;

/** Cells from which on each of the longer days has a column. */
const wideCells = longerDays + 5;

const isUsual = (window: Window): boolean => 'days' in window && window.days === usualDays && window.at === undefined;

export const askPeaks = async ({sources, query, form, signal}: Asking): Promise<PeaksData> => {
	const {window, where} = query;
	const isPane = form === 'pane' && isUsual(window);
	const [found, longer] = await Promise.all([
		sources.peaks({window, where}, signal),
		isPane ? sources.peaks({window: {days: longerDays}, where}, signal) : null,
	]);
	return {...found, longer};
};

/** What a canvas shows, and of how many days, where that is not the window. */
export const shownIn = (
	data: PeaksData,
	{form, width}: Canvas,
): {readonly found: PeaksAnswer; readonly days: number | null} =>
	data.longer && form === 'pane' && width >= wideCells
		? {found: data.longer, days: longerDays}
		: {found: data, days: null};
