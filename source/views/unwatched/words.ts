import {formatMonth, formatWhen} from '../../canvas/clock.ts';
import {formatBytes, formatCount, plural} from '../../canvas/format.ts';
import {joinWhole, textWidth} from '../../canvas/widths.ts';
import type {IdleSum, Level, UnwatchedAnswer} from '../../domain/plays/unwatched.ts';
import type {Scene} from '../plan/scene.ts';

const kinds: ReadonlyArray<readonly [type: string, one: string, many: string]> = [
	['movie', 'film', 'films'],
	['show', 'show', 'shows'],
	['season', 'season', 'seasons'],
	['artist', 'artist', 'artists'],
	['album', 'album', 'albums'],
];

/** "12 seasons": how many there are of what a level looks at. */
export const levelWords = (count: number, level: Level, {glyphs}: Scene): string =>
	plural(count, level.replace(/s$/, ''), level, glyphs);

/** "2 100 films, 40 shows": what there is in all. */
const typeWords = ({types, sums}: UnwatchedAnswer, {glyphs}: Scene): readonly string[] => {
	const named = kinds.flatMap(([type, one, many]) => {
		const count = types[type] ?? 0;
		return count === 0 ? [] : [plural(count, one, many, glyphs)];
	});
	return named.length === 0 ? [plural(sums.all.titles, 'title', 'titles', glyphs)] : named;
};

const sizeWords = ({size}: IdleSum): readonly string[] => (size === null ? [] : [formatBytes(size)]);

const sumWords = (name: string, sum: IdleSum, {glyphs}: Scene): string =>
	[`${name} ${formatCount(sum.titles, glyphs)}`, ...sizeWords(sum)].join(', ');

/** "in a year", or "since 1 Jan 2025". */
const sinceWords = ({since}: UnwatchedAnswer, date: string | null, {now, graphZone, zone}: Scene): string =>
	date === null ? 'in a year' : `since ${formatWhen(since, now, graphZone ?? zone)}`;

/** What there is, how much of it was never played, how much lies idle, and the rest. */
export const summaryParts = (data: UnwatchedAnswer, date: string | null, scene: Scene): readonly string[] => {
	const {all, never, idle, rest} = data.sums;
	return [
		[...typeWords(data, scene), ...sizeWords(all)].join(', '),
		sumWords('never', never, scene),
		sumWords(`not ${sinceWords(data, date, scene)}`, idle, scene),
		`rest ${formatCount(rest.titles, scene.glyphs)}`,
	];
};

/** How old the listing is, and what is not in it. */
export const listingParts = (
	{libraries, unlisted, sums}: UnwatchedAnswer,
	{now, zone, glyphs}: Scene,
): readonly string[] => {
	const listedAt = Math.min(...libraries.map(library => library.listedAt));
	const changed = libraries.filter(({isChanged}) => isChanged).map(({name}) => name);
	return [
		Number.isFinite(listedAt) ? `Plex listed ${formatWhen(listedAt, now, zone)}` : '',
		changed.length === 0 ? '' : `changed since: ${changed.join(', ')}`,
		unlisted.length === 0 ? '' : `not listed: ${unlisted.join(', ')}`,
		sums.all.unsized === 0 ? '' : `${plural(sums.all.unsized, 'title', 'titles', glyphs)} without a size`,
	].filter(Boolean);
};

/** "records since Mar 2021". */
export const recordsWords = ({recordsFrom}: UnwatchedAnswer, {graphZone, zone}: Scene): string =>
	recordsFrom === null ? 'no records yet' : `records since ${formatMonth(recordsFrom, graphZone ?? zone)}`;

/** The same as one line, or as two where that is too long. */
export const summaryLines = (parts: readonly string[], room: number): readonly string[] => {
	const [whole = '', ...states] = parts;
	const line = `${whole}: ${states.join('   ')}`;
	return textWidth(line) <= room ? [line] : [whole, joinWhole(states, '   ', room)];
};
