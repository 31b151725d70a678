import {type Row, spreadRow} from '../canvas/row.ts';
import type {TranscodeDecision, YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import {shownTitle} from '../domain/text.ts';
import type {Frame} from './report.ts';

/** "last 30 days", "last day", "all time". */
export const windowName = (days: Days): string =>
	days === 0 ? 'all time' : days === 1 ? 'last day' : `last ${days} days`;

/** What there is to say of a window without plays; without seconds something may have been played all the same. */
export const nothingWords = (yAxis: YAxis): string =>
	yAxis === 'plays' ? 'Nothing was played.' : 'No time was played.';

/** The first line of a text: what it is on the left, of when on the right, and an empty line. */
export const titleRows = (title: string, aside: string, {width, glyphs}: Frame): Row[] => [
	spreadRow([{text: title, role: 'title'}], [{text: aside, role: 'dim'}], width, glyphs.cut),
	[],
];

/** Tautulli's wire word as people read it. */
export const decisionName = (decision: TranscodeDecision): string => (decision === 'copy' ? 'direct stream' : decision);

/** What names an episode or a movie: a play and a session both have it. */
type Titled = {
	readonly mediaType: string;
	readonly fullTitle: string;
	readonly grandparentTitle: string;
	readonly seasonNumber: number | null;
	readonly episodeNumber: number | null;
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The title in two cells, so that `S02E05` stays when the name of the show is cut: what it is, and which episode. */
export const titleCells = (titled: Titled): [string, string] => {
	const {mediaType, grandparentTitle, seasonNumber, episodeNumber, fullTitle} = titled;
	if (mediaType !== 'episode' || grandparentTitle.trim() === '' || seasonNumber === null || episodeNumber === null) {
		return [shownTitle(fullTitle), ''];
	}
	return [grandparentTitle, `S${twoDigits(seasonNumber)}E${twoDigits(episodeNumber)}`];
};

/** JSON has keys of items and libraries as numbers; what is none (live TV has no key) is null. */
export const numericKey = (key: string | null): number | null =>
	key !== null && /^\d+$/.test(key) ? Number(key) : null;
