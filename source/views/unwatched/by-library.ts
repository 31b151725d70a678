import {formatBytes, formatCount} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import type {IdleSum, LibrarySize} from '../../domain/plays/unwatched.ts';
import {barList, blockWidth, type Counted, sideBySide, underTable} from '../plan/blocks.ts';
import type {Canvas} from '../plan/scene.ts';

const counted = (name: string, {titles, size}: IdleSum, {glyphs}: Canvas): Counted => ({
	name,
	plays: size ?? 0,
	words: [formatCount(titles, glyphs), size === null ? '' : formatBytes(size)].filter(Boolean).join(', '),
});

/** What each library could give, under a list that leaves room. */
export const sizeRows = (sizes: readonly LibrarySize[], canvas: Canvas, room: number): readonly Row[] => {
	const height = Math.min(room - 1, sizes.length + 1);
	if (height < 2 || canvas.width < 60) return [];
	const width = blockWidth(canvas.width - 3, 2);
	const list = (heading: string, sumOf: (size: LibrarySize) => IdleSum): readonly Row[] => {
		const rows = sizes.map(size => counted(size.name, sumOf(size), canvas));
		return barList(
			heading,
			rows.toSorted((one, two) => two.plays - one.plays),
			{width, height, glyphs: canvas.glyphs},
		);
	};
	const blocks = [
		{width, rows: list('never played, by library', ({sums}) => sums.never)},
		{width, rows: list('not in a year', ({sums}) => sums.idle)},
	];
	return underTable(sideBySide(blocks), room);
};
