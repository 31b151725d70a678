import {formatDay, formatMoment} from '../../canvas/clock.ts';
import {formatBytes, formatHours, plural} from '../../canvas/format.ts';
import type {Promoted} from '../../domain/collection.ts';
import {flagsOf, isOnNow, isRotating, type Shown, shownWords} from '../collections/promotion.ts';
import type {MaybeCanvas} from '../plan/list-view.ts';
import type {Scene} from '../plan/scene.ts';
import type {OneCollection} from './data.ts';
import {type InRow, rowsSince} from './marks.ts';
import {neverPlayed} from './titles.ts';

const memberWords: Readonly<Record<string, readonly [string, string]>> = {
	movie: ['film', 'films'],
	show: ['show', 'shows'],
	artist: ['artist', 'artists'],
};

/** "10 films, 84.2 GB, 2 never played". */
const holdsWords = ({row: {snapshot}, titles}: OneCollection, {glyphs}: Scene): string => {
	const [one, many] = memberWords[snapshot.mediaType] ?? ['item', 'items'];
	const never = neverPlayed(titles);
	const size = titles.reduce((sum, title) => sum + (title.size ?? 0), 0);
	return [
		snapshot.totalItems === null ? '' : plural(snapshot.totalItems, one, many, glyphs),
		size > 0 ? formatBytes(size) : '',
		never.titles > 0 ? `${never.titles} never played` : '',
	]
		.filter(Boolean)
		.join(', ');
};

/** What was played of it, what it holds, and where it stands on the board. */
export const playedFacts = (data: OneCollection, scene: Scene): readonly string[] => {
	const {total, row, ranked} = data;
	const {glyphs} = scene;
	return [
		plural(total.plays, 'play', 'plays', glyphs),
		plural(total.users, 'user', 'users', glyphs),
		formatHours(total.playedSeconds, glyphs),
		holdsWords(data, scene),
		ranked === null ? '' : `${row.rank} of ${ranked}`,
	];
};

/** "on your Home, friends’ Home"; "not promoted". */
export const placesWords = (promoted: Promoted | null, {glyphs}: Scene): string => {
	if (promoted === null) return 'whether it is promoted is not known';
	const places = [
		promoted.home ? 'your Home' : '',
		promoted.shared ? (glyphs.ascii ? "friends' Home" : 'friends’ Home') : '',
		promoted.recommended ? 'Recommended' : '',
	].filter(Boolean);
	return places.length === 0 ? 'not promoted' : `on ${places.join(', ')}`;
};

/** " since 9 Nov 19:00"; ", 20 × 12 h"; ", was to 2 Nov, 21 d". */
const whenWords = (shown: Shown, scene: MaybeCanvas): string => {
	const last = shown.periods.at(-1);
	if (!last) return '';
	if (isRotating(shown)) return `, ${shownWords(shown, scene)} in a year`;
	if (!isOnNow(shown)) return `, was ${shownWords(shown, scene)}`;
	return last.begins ? ` since ${formatMoment(last.from, scene.now, scene.zone)}` : ' since before the records';
};

/** "row 5, from 16 Nov row 2": of the last time, and no more than the last of many. */
const rowWords = (rows: readonly InRow[], now: number | null, {zone}: Scene): string => {
	const [first, ...later] = rows;
	if (!first) return now === null ? '' : `row ${now}`;
	if (later.length > 2) return `row ${later.at(-1)?.row ?? first.row}, in ${rows.length} rows since`;
	return [`row ${first.row}`, ...later.map(({from, row}) => `from ${formatDay(from, zone)} row ${row}`)].join(', ');
};

/** Where it is promoted, since when, and in which row. */
export const promotedFacts = ({row, shown}: OneCollection, scene: MaybeCanvas): readonly string[] => {
	const places = placesWords(flagsOf(shown, row.snapshot.promoted), scene);
	if (!shown) return [places];
	const last = shown.periods.at(-1);
	const rows = last && isOnNow(shown) && !isRotating(shown) ? rowsSince(shown.spans, last.from) : [];
	return [`${places}${whenWords(shown, scene)}`, rowWords(rows, shown.placed?.row ?? null, scene)];
};
