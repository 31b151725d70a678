import type {Role, Row} from '../canvas/row.ts';

/** How many colours the terminal has; `none` still has attributes (bold, dim, inverse). */
export type ColorLevel = 'truecolor' | '256' | '16' | 'none';

/** What the terminal's background is, where it is known. */
export type Background = 'dark' | 'light' | 'unknown';

/** SGR parameters of each role, `''` for none. */
export type Theme = Readonly<Record<Role, string>>;

type Colors = {readonly accent: string; readonly warn: string; readonly bad: string};

const truecolor = (hex: string): string =>
	`38;2;${[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)).join(';')}`;

/** Each at least 4.5 to 1 on black or on white. Where the background is unknown, the terminal's own cyan, yellow and red. */
const sixteen: Readonly<Record<Background, Colors>> = {
	dark: {accent: '36', warn: '33', bad: '31'},
	light: {accent: '34', warn: '33;1', bad: '31'},
	unknown: {accent: '36', warn: '33;1', bad: '31'},
};

const palettes: Readonly<Record<ColorLevel, Readonly<Record<Background, Colors>>>> = {
	truecolor: {
		dark: {accent: truecolor('#5fb3c8'), warn: truecolor('#d7a65f'), bad: truecolor('#e06c6c')},
		light: {accent: truecolor('#00607a'), warn: truecolor('#8a5a00'), bad: truecolor('#a8201a')},
		unknown: sixteen.unknown,
	},
	'256': {
		dark: {accent: '38;5;74', warn: '38;5;179', bad: '38;5;167'},
		light: {accent: '38;5;24', warn: '38;5;94', bad: '38;5;124'},
		unknown: sixteen.unknown,
	},
	'16': sixteen,
	none: {
		dark: {accent: '1', warn: '1', bad: '1'},
		light: {accent: '1', warn: '1', bad: '1'},
		unknown: {accent: '1', warn: '1', bad: '1'},
	},
};

/** The looks of the roles. No state is told by colour alone: each has a mark or a word too. */
export const themeFor = (level: ColorLevel, background: Background): Theme => {
	const {accent, warn, bad} = palettes[level][background];
	return {plain: '', dim: '2', bold: '1', accent, warn, bad, title: `${accent};1;7`, selected: `${accent};7`};
};

/** A row as one string for the terminal: every look ends where its span ends. */
export const paint = (row: Row, theme: Theme): string =>
	row
		.map(({text, role}) => {
			const look = theme[role ?? 'plain'];
			return look === '' || text === '' ? text : `\u001B[${look}m${text}\u001B[0m`;
		})
		.join('');

/** Dark or light: the configuration, else what the terminal answered, else the last number of COLORFGBG, else unknown. */
export const backgroundOf = (
	theme: 'auto' | 'dark' | 'light',
	answered: Background,
	colorFgBg: string | undefined,
): Background => {
	if (theme !== 'auto') return theme;
	if (answered !== 'unknown') return answered;
	const last = /(?:^|;)(\d+)$/.exec(colorFgBg ?? '')?.[1];
	if (last === undefined) return 'unknown';
	return Number(last) === 7 || Number(last) > 8 ? 'light' : 'dark';
};
