import {cellHeight} from './blocks.ts';
import type {Palette} from './palette.ts';
import {drawGrid, frame, type Grid} from './still.ts';

/** What is on the screen for a while, and what was pressed for it. */
export type Shot = {readonly grid: Grid; readonly seconds: number; readonly pressed: string};

/** Shots of the same row of the screen that look alike, one after another: drawn once. */
type Strip = {readonly from: number; readonly to: number; readonly drawing: string};

const stripsOf = (drawings: readonly string[]): Strip[] => {
	const strips: Strip[] = [];
	for (const [index, drawing] of drawings.entries()) {
		const last = strips.at(-1);
		if (last?.drawing === drawing) strips[strips.length - 1] = {...last, to: index + 1};
		else strips.push({from: index, to: index + 1, drawing});
	}
	return strips;
};

/** Where each shot begins, and the last one ends, as parts of the whole. */
const bounds = (shots: readonly Shot[], seconds: number): number[] => {
	const parts = [0];
	for (const shot of shots) parts.push((parts.at(-1) ?? 0) + shot.seconds / seconds);
	return parts;
};

const percent = (part: number): string => `${Number((part * 100).toFixed(2))}%`;

/** What cannot move it shows one of the shots: `poster`. */
const styleOf = ({from, to}: Strip, at: readonly number[], seconds: number, poster: number): string => {
	const [begin = 0, end = 1] = [at[from], at[to]];
	const name = `s${from}-${to}`;
	const stops = [
		begin > 0 ? '0%{visibility:hidden}' : '',
		`${percent(begin)}{visibility:visible}`,
		end < 1 ? `${percent(end)},100%{visibility:hidden}` : '100%{visibility:visible}',
	];
	const resting = from <= poster && poster < to ? 'visible' : 'hidden';
	return `.${name}{visibility:${resting};animation:${name} ${seconds}s step-end infinite}@keyframes ${name}{${stops.join('')}}`;
};

const captionOf = ({pressed}: Shot, y: number, {text}: Palette): string =>
	pressed === '' ? '' : `<text y="${y}" x="0" fill="${text}" font-weight="700">${pressed}</text>`;

/** Shots after one another as one SVG, over and over, below them what is pressed; a row that stays is drawn once. */
export const drawMoving = (title: string, shots: readonly Shot[], palette: Palette, poster: number): string => {
	const rows = shots[0]?.grid.length ?? 0;
	const columns = shots[0]?.grid[0]?.length ?? 0;
	const seconds = shots.reduce((sum, shot) => sum + shot.seconds, 0);
	const at = bounds(shots, seconds);
	const lines = Array.from({length: rows}, (_, row) => {
		const strips = stripsOf(shots.map(({grid}) => drawGrid([grid[row] ?? []], palette)));
		return {
			y: row * cellHeight,
			strips: strips.map(strip => ({
				...strip,
				drawing: `<g transform="translate(0 ${row * cellHeight})">${strip.drawing}</g>`,
			})),
		};
	});
	const captions = stripsOf(shots.map(shot => captionOf(shot, (rows + 1) * cellHeight + 12, palette)));
	const strips = [...lines.flatMap(line => line.strips), ...captions].filter(({drawing}) => drawing !== '');
	const moving = strips.filter(({from, to}) => from > 0 || to < shots.length);
	const styles = new Map(moving.map(strip => [`s${strip.from}-${strip.to}`, styleOf(strip, at, seconds, poster)]));
	const inside = strips.map(strip =>
		moving.includes(strip) ? `<g class="s${strip.from}-${strip.to}">${strip.drawing}</g>` : strip.drawing,
	);
	return frame(
		title,
		{columns, rows: rows + 2},
		palette,
		[`<style>${[...styles.values()].join('')}</style>`, ...inside].join('\n'),
	);
};
