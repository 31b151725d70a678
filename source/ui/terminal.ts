import type {Zone} from '../canvas/clock.ts';
import type {NoticeWays} from '../domain/notices.ts';
import type {ExportFile} from './exporting.ts';
import type {Size} from './state.ts';
import type {ColorLevel} from './theme.ts';

/** What the dashboard is told of its terminal. */
export type Terminal = {
	readonly size: Size;
	readonly ascii: boolean;
	readonly colors: ColorLevel;
	/** Value of COLORFGBG, where the terminal sets it. */
	readonly colorFgBg: string | undefined;
	readonly zone: Zone;
	/** True while the terminal does not take what it was sent: frames are left out until it does. */
	readonly isStalled: () => boolean;
	/** Two frames for answers alone are so many seconds apart; 0: each answer has its own. */
	readonly burstSeconds: number;
	/** Makes itself noticed where nobody looks at it. */
	readonly ring: (words: string, ways: NoticeWays) => void;
};

/** What only the program around it can do. */
export type Hooks = {
	readonly quit: (exitCode: number) => void;
	/** Leaves the demo, to connect the user's own server. */
	readonly init: () => void;
	readonly suspend: () => void;
	readonly repaint: () => void;
	/** Writes a file into the working folder; returns what to say: where it is, or why it is not. */
	readonly save: (file: ExportFile) => string;
	/** Copies a text for whoever sits before the terminal; returns why it is not copied, or null. */
	readonly copy: (text: string) => string | null;
	/** Has the terminal report the mouse, or not. */
	readonly hearMouse: (on: boolean) => void;
};

/** What needs no painter of the screen. */
export type EndHooks = Omit<Hooks, 'suspend' | 'repaint'>;

type Environment = Readonly<Record<string, string | undefined>>;

/** How many colours there are, as far as the environment tells. NO_COLOR wins over all, FORCE_COLOR over guesses. */
export const colorLevel = (env: Environment): ColorLevel => {
	if (env.NO_COLOR || env.FORCE_COLOR === '0' || env.TERM === 'dumb') return 'none';
	if (env.FORCE_COLOR === '3' || /^(truecolor|24bit)$/i.test(env.COLORTERM ?? '')) return 'truecolor';
	if (env.FORCE_COLOR === '2' || /256/.test(env.TERM ?? '')) return '256';
	return '16';
};

/** Whether tmux hands on what is meant for the terminal outside, by its option allow-passthrough. */
export const passesThrough = (option: string): boolean => /^(?:1|on|all)$/.test(option);

/**
 * True where only ASCII is sure to show: the Linux console, or a locale that says another encoding than UTF-8. On Windows a
 * locale is what another program left there: its consoles take all signs.
 */
export const needsAscii = (env: Environment, platform: NodeJS.Platform): boolean => {
	if (env.TERM === 'linux') return true;
	if (platform === 'win32') return false;
	const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(Boolean);
	return locale !== undefined && !/utf-?8/i.test(locale);
};
