import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Cell} from '../test/helpers/terminal-screen.ts';
import type {Terminal} from '../test/helpers/terminal-types.ts';
import {isSettled, makeHome, startTautop} from './program.ts';

// Draws the README's picture: the demo at 120x40 as an SVG of text, so that it stays sharp and small.

const cell = {width: 8.43, height: 16.3, baseline: 13} as const;
const colors = {back: '#16181d', text: '#d8dadf', accent: '#5fb3c8'} as const;
/** The terminal's own palette has these numbers. */
const palette: Readonly<Record<number, string>> = {1: '#e06c6c', 3: '#d7a65f', 4: '#5fb3c8', 6: '#5fb3c8'};

/** Blanks must not be folded, whatever draws the picture. */
const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(' ', '\u00A0');

const colorOf = ({foreground}: Cell): string => {
	if (foreground === 'default') return colors.text;
	return typeof foreground === 'number' ? (palette[foreground] ?? colors.text) : foreground;
};

const lookOf = (one: Cell): string => JSON.stringify([colorOf(one), one.bold, one.dim, one.inverse]);

type Run = {readonly at: number; readonly first: Cell; readonly text: string; readonly columns: number};

/** Neighbours that look alike are one piece of text; a wide sign stands alone, since fonts disagree about its width. */
const runsOf = (cells: readonly Cell[]): Run[] => {
	const runs: Run[] = [];
	for (const [at, one] of cells.entries()) {
		if (one.width === 0) continue;
		const last = runs.at(-1);
		const joins = last && one.width === 1 && last.columns === last.text.length && lookOf(last.first) === lookOf(one);
		const text = one.text || ' ';
		if (joins) runs[runs.length - 1] = {...last, text: last.text + text, columns: last.columns + 1};
		else runs.push({at, first: one, text, columns: one.width});
	}
	return runs.filter(({text, first}) => text.trim() !== '' || first.inverse);
};

const drawRun = ({at, first, text, columns}: Run, row: number): string => {
	const [x, y, width] = [at * cell.width, Number((row * cell.height).toFixed(1)), columns * cell.width];
	const color = colorOf(first);
	const back = first.inverse
		? `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${cell.height}" fill="${color}"/>`
		: '';
	const look = [
		`x="${x.toFixed(1)}" y="${(y + cell.baseline).toFixed(1)}" textLength="${width.toFixed(1)}"`,
		`fill="${first.inverse ? colors.back : color}"`,
		first.bold ? 'font-weight="bold"' : '',
		first.dim ? 'opacity="0.6"' : '',
	];
	return `${back}<text ${look.filter(Boolean).join(' ')}>${escapeXml(text)}</text>`;
};

const drawScreen = (terminal: Terminal, columns: number, rows: number): string => {
	const [width, height] = [Math.ceil(columns * cell.width), Math.ceil(rows * cell.height)];
	const lines = Array.from({length: rows}, (_, row) => runsOf(terminal.cells(row)).map(run => drawRun(run, row)));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 ${width + 24} ${height + 24}" font-size="14"`,
		' font-family="DejaVu Sans Mono, Menlo, Consolas, monospace">',
		`<title>The dashboard of tautop</title><rect x="-12" y="-12" width="100%" height="100%" rx="8" fill="${colors.back}"/>`,
		...lines.flat(),
		'</svg>\n',
	].join('\n');
};

const home = makeHome();
const terminal = await startTautop(home, '--demo');
// The last pane to come draws its rows from top to bottom.
await terminal.waitFor(lines => isSettled(lines) && lines.join().includes('transcodes  '), 30_000);
writeFileSync(path.join(import.meta.dirname, '..', 'docs', 'dashboard.svg'), drawScreen(terminal, 120, 40));
terminal.type('q');
await terminal.ended();
await terminal.close();
home.remove();
