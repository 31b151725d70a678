import type {Role, Row, Span} from '../canvas/row.ts';
import {coloredRoles, type NamedTheme, type OwnColors, type ThemeChoice} from '../domain/themes.ts';
import {contrast, nearest256, rgbOf} from './colors.ts';
import {ownPalettes, type Palette, palettes} from './palettes.ts';

/** How many colours the terminal has; `none` still has attributes (bold, dim, inverse). */
export type ColorLevel = 'truecolor' | '256' | '16' | 'none';

/** What the terminal's background is, where it is known. */
export type Background = 'dark' | 'light' | 'unknown';

/** SGR parameters of each role, `''` for none. */
export type Theme = Readonly<Record<Role, string>>;

/** SGR of what has a colour; all else is the terminal's text. */
type Looks = Readonly<Record<(typeof coloredRoles)[number], string>>;

/** The terminal's own colours. Where its background is not known, yellow is bold, as on a light one. */
const sixteen = (background: Background): Looks => ({
	accent: '35',
	copy: '36',
	transcode: background === 'dark' ? '33' : '33;1',
	bad: '31',
});

const bare: Looks = {accent: '1', copy: '', transcode: '', bad: '1'};

/** The least contrast that small text needs (WCAG AA). */
export const leastContrast = 4.5;

/** Exact, or the nearest of the 256 that can be read. */
const lookOfColor = (hex: string, back: string, level: 'truecolor' | '256', given?: number): string => {
	if (level === 'truecolor') return `38;2;${rgbOf(hex).join(';')}`;
	return `38;5;${given ?? nearest256(rgbOf(hex), rgbOf(back), leastContrast)}`;
};

const looksOf = (palette: Palette, own: OwnColors, level: 'truecolor' | '256'): Looks => {
	const look = (role: keyof Looks, given?: number): string =>
		lookOfColor(own[role] ?? palette[role], palette.back, level, own[role] === undefined ? given : undefined);
	return {
		accent: look('accent'),
		copy: look('copy', palette.copyOf256),
		transcode: look('transcode'),
		bad: look('bad'),
	};
};

/** What the configuration says of colours. */
export type Coloring = {readonly theme: ThemeChoice; readonly colors: OwnColors};

const isNamed = (theme: ThemeChoice): theme is NamedTheme => Object.hasOwn(palettes, theme);

/** The palette of a choice on a background; null: only the terminal's own colours are sure to be read. */
export const paletteOf = (theme: ThemeChoice, background: Background): Palette | null => {
	if (isNamed(theme)) return palettes[theme][background === 'light' ? 'light' : 'dark'];
	return background === 'unknown' ? null : ownPalettes[background];
};

/** The looks of the roles. No state is told by colour alone: each has a mark or a word too. */
export const themeFor = (level: ColorLevel, background: Background, {theme, colors}: Coloring): Theme => {
	const palette = paletteOf(theme, background);
	const colorful = level === 'truecolor' || level === '256';
	const looks =
		level === 'none' || theme === 'mono'
			? bare
			: colorful && palette
				? looksOf(palette, colors, level)
				: sixteen(background);
	const {accent} = looks;
	return {...looks, plain: '', inverse: '7', dim: '2', bold: '1', title: `${accent};1;7`, selected: `${accent};7`};
};

/** Colours of one's own that can hardly be read on this background: a sentence each. */
export const faintColors = (background: Background, {theme, colors}: Coloring): readonly string[] => {
	const palette = paletteOf(theme, background);
	if (!palette) return [];
	return coloredRoles.flatMap(role => {
		const own = colors[role];
		if (own === undefined) return [];
		const reached = contrast(rgbOf(own), rgbOf(palette.back));
		if (reached >= leastContrast) return [];
		return [
			`dashboard.colors.${role} is faint: ${own} on ${palette.back} has a contrast of ${reached.toFixed(1)}, and text needs ${leastContrast}.`,
		];
	});
};

/** True where a cell of a chart can be a block of one colour on another, so that no pattern is needed. */
export const paintsCells = (level: ColorLevel, background: Background, theme: ThemeChoice): boolean =>
	theme !== 'mono' && paletteOf(theme, background) !== null && (level === 'truecolor' || level === '256');

/** A colour as the background: "38;5;38" as "48;5;38". */
const behind = (look: string): string => look.replace(/^3/, '4');

/** Text of one colour on another; the terminal's own text colour is no background, so then both are turned round. */
const lookOf = ({role, over}: Span, theme: Theme): string => {
	const look = theme[role ?? 'plain'];
	if (over === undefined) return look;
	return theme[over] === '' ? `${behind(look)};7` : `${look};${behind(theme[over])}`;
};

/** A row as one string for the terminal: every look ends where its span ends. */
export const paint = (row: Row, theme: Theme): string =>
	row
		.map(span => {
			const {text} = span;
			const look = lookOf(span, theme);
			return look === '' || text === '' ? text : `\u001B[${look}m${text}\u001B[0m`;
		})
		.join('');

/** Dark or light: the configuration, else what the terminal answered, else the last number of COLORFGBG, else unknown. */
export const backgroundOf = (theme: ThemeChoice, answered: Background, colorFgBg: string | undefined): Background => {
	if (theme === 'dark' || theme === 'light') return theme;
	if (answered !== 'unknown') return answered;
	const last = /(?:^|;)(\d+)$/.exec(colorFgBg ?? '')?.[1];
	if (last === undefined) return 'unknown';
	return Number(last) === 7 || Number(last) > 8 ? 'light' : 'dark';
};
