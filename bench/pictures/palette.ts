import type {Cell} from '../../test/helpers/terminal-screen.ts';

/** A terminal's own colours: background, text, and the first sixteen of its palette. */
export type Palette = {readonly back: string; readonly text: string; readonly sixteen: readonly string[]};

export const dark: Palette = {
	back: '#16181d',
	text: '#d8dadf',
	sixteen: [
		...['#16181d', '#e06c6c', '#8fbf6f', '#d7a65f', '#6f9fd8', '#b58fd8', '#5fb3c8', '#d8dadf'],
		...['#5c6370', '#f08080', '#a5d485', '#e8c07d', '#8fb8e8', '#cba6ee', '#7fcfe0', '#ffffff'],
	],
};

export const light: Palette = {
	back: '#ffffff',
	text: '#24292f',
	sixteen: [
		...['#24292f', '#b3261e', '#2f6f2f', '#8a5300', '#1f5fa8', '#6b3fa0', '#006880', '#d0d7de'],
		...['#57606a', '#cf3a32', '#3f8f3f', '#a66a10', '#2f78c8', '#8250df', '#1b7c83', '#ffffff'],
	],
};

const hexOf = (red: number, green: number, blue: number): string =>
	`#${[red, green, blue].map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Numbers from 16 on are the same in every terminal: a cube of 6 x 6 x 6, and greys. */
const fixedColor = (number: number): string => {
	if (number >= 232) return hexOf(...([0, 0, 0].map(() => 8 + (number - 232) * 10) as [number, number, number]));
	const step = (place: number): number => (place === 0 ? 0 : 55 + place * 40);
	const index = number - 16;
	return hexOf(step(Math.floor(index / 36)), step(Math.floor(index / 6) % 6), step(index % 6));
};

const partsOf = (color: string): number[] => [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16));

/** So much of the first color over the second one. */
export const mixed = (color: string, under: string, share: number): string => {
	const [below, above] = [partsOf(under), partsOf(color)];
	const [red = 0, green = 0, blue = 0] = above.map((part, index) => part * share + (below[index] ?? 0) * (1 - share));
	return hexOf(red, green, blue);
};

const dimShare = 0.6;

const colorIn = ({sixteen}: Palette, color: Cell['foreground'], otherwise: string): string => {
	if (color === 'default') return otherwise;
	return typeof color === 'number' ? (sixteen[color] ?? fixedColor(color)) : color;
};

/** What a cell is painted with, inverse and dim worked in. */
export const paintOf = (palette: Palette, cell: Cell): {readonly ink: string; readonly back: string} => {
	const [front, behind] = [
		colorIn(palette, cell.foreground, palette.text),
		colorIn(palette, cell.background, palette.back),
	];
	const [ink, back] = cell.inverse ? [behind, front] : [front, behind];
	return {ink: cell.dim ? mixed(ink, back, dimShare) : ink, back};
};
