import type {Role, Row, Span} from '../canvas/row.ts';

/** How many colours the terminal has; `none` still has attributes (bold, dim, inverse). */
export type ColorLevel = 'truecolor' | '256' | '16' | 'none';

/** What the terminal's background is, where it is known. */
export type Background = 'dark' | 'light' | 'unknown';

/** SGR parameters of each role, `''` for none. */
export type Theme = Readonly<Record<Role, string>>;

/** What has a colour of its own; all else is the terminal's text. */
type Colors = {readonly accent: string; readonly copy: string; readonly transcode: string; readonly bad: string};

const truecolor = (hex: string): string =>
	`38;2;${[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)).join(';')}`;

/** Each at least 4.5 to 1 on black or on white. Where the background is unknown, the terminal's own colours. */
const sixteen: Readonly<Record<Background, Colors>> = {
	dark: {accent: '35', copy: '36', transcode: '33', bad: '31'},
	light: {accent: '35', copy: '36', transcode: '33;1', bad: '31'},
	unknown: {accent: '35', copy: '36', transcode: '33;1', bad: '31'},
};

const bare: Colors = {accent: '1', copy: '', transcode: '', bad: '1'};

const trueColors = (accent: string, copy: string, transcode: string, bad: string): Colors => ({
	accent: truecolor(accent),
	copy: truecolor(copy),
	transcode: truecolor(transcode),
	bad: truecolor(bad),
});

const palettes: Readonly<Record<ColorLevel, Readonly<Record<Background, Colors>>>> = {
	truecolor: {
		dark: trueColors('#b7a3ee', '#58b8d0', '#d29a45', '#f07070'),
		light: trueColors('#5b3fbf', '#006880', '#8a5300', '#b3261e'),
		unknown: sixteen.unknown,
	},
	'256': {
		dark: {accent: '38;5;147', copy: '38;5;38', transcode: '38;5;179', bad: '38;5;167'},
		light: {accent: '38;5;62', copy: '38;5;24', transcode: '38;5;94', bad: '38;5;124'},
		unknown: sixteen.unknown,
	},
	'16': sixteen,
	none: {dark: bare, light: bare, unknown: bare},
};

/** The looks of the roles. No state is told by colour alone: each has a mark or a word too. */
export const themeFor = (level: ColorLevel, background: Background): Theme => {
	const {accent, copy, transcode, bad} = palettes[level][background];
	return {
		plain: '',
		inverse: '7',
		dim: '2',
		bold: '1',
		accent,
		copy,
		transcode,
		bad,
		title: `${accent};1;7`,
		selected: `${accent};7`,
	};
};

/** True where a cell of a chart can be a block of one colour on another, so that no pattern is needed. */
export const paintsCells = (level: ColorLevel, background: Background): boolean =>
	background !== 'unknown' && (level === 'truecolor' || level === '256');

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
