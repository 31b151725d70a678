import type {Cell} from '../../test/helpers/terminal-screen.ts';
import {type Box, cellHeight, cellWidth, shapeOf} from './blocks.ts';
import {mixed, type Palette, paintOf} from './palette.ts';

/** The cells of a screen, row by row. */
export type Grid = readonly (readonly Cell[])[];

/** Somewhat less high than a cell: its letters are as wide as a cell in most fonts. */
const fontSize = 13.3;
const baseline = 12;

const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Boxes by their color; those that touch in a row become one. */
const createBoxes = () => {
	const byColor = new Map<string, Box[]>();
	return {
		add: (color: string, [x, y, width, height]: Box): void => {
			const list = byColor.get(color) ?? [];
			byColor.set(color, list);
			const at = list.findLastIndex(([left, top, wide, high]) => left + wide === x && top === y && high === height);
			const touching = list[at];
			if (touching) list[at] = [touching[0], y, touching[2] + width, height];
			else list.push([x, y, width, height]);
		},
		draw: (): string[] =>
			[...byColor].map(([color, list]) => {
				const path = list.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');
				return `<path fill="${color}" d="${path}"/>`;
			}),
	};
};

type Word = {
	readonly column: number;
	readonly text: string;
	readonly columns: number;
	readonly ink: string;
	readonly bold: boolean;
};

/** Neighbours that look alike are one word, a wide sign stands alone, and blanks are nothing: no renderer can fold them. */
const wordsOf = (cells: readonly Cell[], palette: Palette): Word[] => {
	const words: Word[] = [];
	for (const [column, cell] of cells.entries()) {
		if (cell.width === 0 || cell.text.trim() === '' || shapeOf(cell.text)) continue;
		const {ink} = paintOf(palette, cell);
		const last = words.at(-1);
		const joins =
			last !== undefined &&
			cell.width === 1 &&
			last.column + last.columns === column &&
			last.columns === [...last.text].length &&
			last.ink === ink &&
			last.bold === cell.bold;
		if (joins) words[words.length - 1] = {...last, text: last.text + cell.text, columns: last.columns + 1};
		else words.push({column, text: cell.text, columns: cell.width, ink, bold: cell.bold});
	}
	return words;
};

const drawWord = ({column, text, columns, ink, bold}: Word, usual: string): string => {
	const look = [
		`x="${column * cellWidth}"`,
		columns > 1 ? `textLength="${columns * cellWidth}"` : '',
		ink === usual ? '' : `fill="${ink}"`,
		bold ? 'font-weight="700"' : '',
	];
	return `<tspan ${look.filter(Boolean).join(' ')}>${escapeXml(text)}</tspan>`;
};

/** The inside of a picture: what is painted, then what is written. */
export const drawGrid = (grid: Grid, palette: Palette): string => {
	const [behind, before] = [createBoxes(), createBoxes()];
	for (const [row, cells] of grid.entries()) {
		for (const [column, cell] of cells.entries()) {
			const {ink, back} = paintOf(palette, cell);
			const [x, y] = [column * cellWidth, row * cellHeight];
			if (back !== palette.back) behind.add(back, [x, y, cellWidth, cellHeight]);
			const shape = cell.width === 0 ? null : shapeOf(cell.text);
			if (!shape) continue;
			const color = shape.share === 1 ? ink : mixed(ink, back, shape.share);
			for (const [left, top, width, height] of shape.boxes) before.add(color, [x + left, y + top, width, height]);
		}
	}
	const texts = grid.flatMap((cells, row) => {
		const words = wordsOf(cells, palette);
		if (words.length === 0) return [];
		const drawn = words.map(word => drawWord(word, palette.text)).join('');
		return [`<text y="${row * cellHeight + baseline}">${drawn}</text>`];
	});
	return [
		`<g shape-rendering="crispEdges">${[...behind.draw(), ...before.draw()].join('')}</g>`,
		`<g fill="${palette.text}">${texts.join('\n')}</g>`,
	].join('\n');
};

const margin = 12;

/** A picture around an inside. */
export const frame = (
	title: string,
	{columns, rows}: {readonly columns: number; readonly rows: number},
	palette: Palette,
	inside: string,
): string => {
	const [width, height] = [columns * cellWidth + 2 * margin, rows * cellHeight + 2 * margin];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}" font-size="${fontSize}" font-family="DejaVu Sans Mono, Menlo, Consolas, Liberation Mono, monospace">`,
		`<title>${escapeXml(title)}</title>`,
		`<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" rx="8" fill="${palette.back}"/>`,
		inside,
		'</svg>\n',
	].join('\n');
};

/** One screen as an SVG: rectangles for what terminals draw without gaps, single words for the rest. */
export const drawStill = (title: string, grid: Grid, palette: Palette): string =>
	frame(title, {columns: grid[0]?.length ?? 0, rows: grid.length}, palette, drawGrid(grid, palette));
