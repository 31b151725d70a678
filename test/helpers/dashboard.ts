import {onTestFinished} from 'vitest';
import {filledDemo} from './filled-demo.ts';
import {launcher} from './run-program.ts';
import {startTerminal, type Terminal, type TerminalOptions} from './terminal.ts';

export type DashboardOptions = Pick<TerminalOptions, 'cols' | 'rows' | 'env' | 'background'> & {
	/** Arguments after the program's name. */
	readonly args?: readonly string[];
	/** TMPDIR of the program, where the demo keeps its database; absent: one of this test alone, with a demo that has collected. */
	readonly temporary?: string;
};

/** Starts the built program in a terminal for one test, which ends it at its end if it has not. */
export const startDashboard = async ({
	args = [],
	temporary = filledDemo(),
	env,
	...options
}: DashboardOptions): Promise<Terminal> => {
	const terminal = await startTerminal({
		command: process.execPath,
		args: [launcher, ...args],
		isGuarded: true,
		...options,
		env: {TMPDIR: temporary, ...env},
	});
	onTestFinished(terminal.close);
	return terminal;
};

/** What the focused pane has in its title: `5 Collections`. */
export const focused = (lines: readonly string[]): string | undefined =>
	/[━=]\[(\d [^\]]+)\]/.exec(lines.join('\n'))?.[1];

/** The titles of the six places, where nobody chose other views. */
export const homeTitles = [
	'1 Now playing',
	'2 Plays by hour',
	'3 Stream types',
	'4 Peak streams',
	'5 Collections',
	'6 Status',
] as const;

/** Those of them that a screen shows: all, where there is room and nothing was lost. */
export const titlesOn = (lines: readonly string[]): readonly string[] =>
	homeTitles.filter(title => lines.some(line => line.includes(title)));

/** The header says that its values are live. */
export const isLive = (lines: readonly string[]): boolean => (lines[0] ?? '').includes(' live ');

/** The last row shows keys, no question and no answer. */
export const showsKeys = (lines: readonly string[]): boolean => (lines.at(-1) ?? '').includes('? help');

/** A run or a fill is told of, or the end of one. */
const isAtWork = (lines: readonly string[]): boolean =>
	/ collecting |libraries read|the libraries|storing what|collected \d+ in|reading the history|history back/.test(
		lines.join('\n'),
	);

/** Its values are live and no run goes on: a test may begin. */
export const isReady = (lines: readonly string[]): boolean => isLive(lines) && showsKeys(lines) && !isAtWork(lines);
