import type {NamedTheme} from '../domain/themes.ts';

/** The colours of what has one, `#rrggbb`. */
export type Palette = {
	readonly accent: string;
	readonly copy: string;
	readonly transcode: string;
	readonly bad: string;
	/** What the theme stands on. Only measured against, never painted. */
	readonly back: string;
	/** Of the 256 colours, where the nearest one would look like text to some. */
	readonly copyOf256?: number;
};

export type Pair = {readonly dark: Palette; readonly light: Palette};

const palette = (accent: string, copy: string, transcode: string, bad: string, back: string): Palette => ({
	accent,
	copy,
	transcode,
	bad,
	back,
});

/** Where no theme is chosen. */
export const ownPalettes: Pair = {
	dark: palette('#b7a3ee', '#58b8d0', '#d29a45', '#f07070', '#000000'),
	light: palette('#5b3fbf', '#006880', '#8a5300', '#b3261e', '#ffffff'),
};

/** Each value reaches 4.5 to 1 on its own background and on black or white; the three ways to play stay apart for all eyes. */
export const palettes: Readonly<Record<NamedTheme, Pair>> = {
	catppuccin: {
		dark: {...palette('#cba6f7', '#89dceb', '#fab387', '#f38ba8', '#1e1e2e'), copyOf256: 80},
		light: palette('#8839ef', '#187585', '#976014', '#d20f39', '#eff1f5'),
	},
	gruvbox: {
		dark: palette('#d3869b', '#83a598', '#fabd2f', '#fb5b48', '#282828'),
		light: palette('#8f3f71', '#076678', '#956110', '#9d0006', '#fbf1c7'),
	},
	nord: {
		dark: palette('#b894b1', '#88c0d0', '#ebcb8b', '#d18d93', '#2e3440'),
		light: palette('#8a5c82', '#4d6d95', '#a85237', '#b04751', '#eceff4'),
	},
	dracula: {
		dark: {...palette('#bd93f9', '#8be9fd', '#ffb86c', '#ff5a5a', '#282a36'), copyOf256: 80},
		light: palette('#644ac9', '#036a96', '#a34d14', '#cb3a2a', '#fffbeb'),
	},
	'tokyo-night': {
		dark: palette('#bb9af7', '#7dcfff', '#e0af68', '#f7768e', '#1a1b26'),
		light: palette('#7e2aee', '#00698d', '#7a5e36', '#c40940', '#e1e2e7'),
	},
	solarized: {
		dark: palette('#858ace', '#2aa198', '#b58900', '#e66a68', '#002b36'),
		light: palette('#6166c0', '#1f7972', '#8c6a00', '#d72724', '#fdf6e3'),
	},
};
