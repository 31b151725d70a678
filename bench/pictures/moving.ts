import {cellHeight} from './blocks.ts';
import {type Caption, captionRow} from './caption.ts';
import type {Palette} from './palette.ts';
import {drawGrid, frame, type Grid} from './still.ts';

/** What is on the screen for a while, and what is written below it. */
export type Shot = {readonly grid: Grid; readonly seconds: number; readonly caption: Caption};

/** A row of the screen that looks alike in some of the shots: drawn once. */
type Strip = {readonly drawing: string; readonly shown: readonly boolean[]};

const stripsOf = (drawings: readonly string[]): Strip[] =>
	[...new Set(drawings)].map(drawing => ({drawing, shown: drawings.map(other => other === drawing)}));

/** Where each shot begins, and the last one ends, as parts of the whole. */
const bounds = (shots: readonly Shot[], seconds: number): number[] => {
	const parts = [0];
	for (const shot of shots) parts.push((parts.at(-1) ?? 0) + shot.seconds / seconds);
	return parts;
};

const percent = (part: number): string => `${Number((part * 100).toFixed(2))}%`;

const nameOf = (shown: readonly boolean[]): string => `s${Number.parseInt(shown.map(Number).join(''), 2).toString(36)}`;

/** When a strip is seen. What cannot move it shows one of the shots: `poster`. */
const styleOf = (shown: readonly boolean[], at: readonly number[], seconds: number, poster: number): string => {
	const word = (isShown: boolean | undefined): string => `{visibility:${isShown ? 'visible' : 'hidden'}}`;
	const stops = shown.flatMap((isShown, index) =>
		index === 0 || isShown !== shown[index - 1] ? [`${percent(at[index] ?? 0)}${word(isShown)}`] : [],
	);
	const name = nameOf(shown);
	const animation = `animation:${name} ${seconds}s step-end infinite`;
	const keyframes = [...stops, `100%${word(shown.at(-1))}`].join('');
	return `.${name}{visibility:${shown[poster] ? 'visible' : 'hidden'};${animation}}@keyframes ${name}{${keyframes}}`;
};

/** Shots after one another as one SVG, over and over, with their captions below; a row that comes again is drawn once. */
export const drawMoving = (title: string, shots: readonly Shot[], palette: Palette, poster: number): string => {
	const columns = shots[0]?.grid[0]?.length ?? 0;
	const grids = shots.map(({grid, caption}) => [...grid, [], captionRow(caption, columns)]);
	const rows = grids[0]?.length ?? 0;
	const seconds = shots.reduce((sum, shot) => sum + shot.seconds, 0);
	const at = bounds(shots, seconds);
	const styles = new Map<string, string>();
	const draw = ({drawing, shown}: Strip): string => {
		if (!shown.includes(false)) return drawing;
		styles.set(nameOf(shown), styleOf(shown, at, seconds, poster));
		return `<g class="${nameOf(shown)}">${drawing}</g>`;
	};
	const inside = Array.from({length: rows}, (_, row) => {
		const strips = stripsOf(grids.map(grid => drawGrid([grid[row] ?? []], palette)));
		return `<g transform="translate(0 ${row * cellHeight})">${strips.map(draw).join('')}</g>`;
	});
	return frame(
		title,
		{columns, rows},
		palette,
		[`<style>${[...styles.values()].join('')}</style>`, ...inside].join('\n'),
	);
};
