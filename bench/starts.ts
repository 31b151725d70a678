import type {Terminal} from '../test/helpers/terminal-types.ts';
import {type Home, isSettled, startNode, startTautop} from './program.ts';

/** Medians of the starts, in milliseconds from the spawn. */
export type Starts = {
	/** `node -e 0`, until it has ended. */
	readonly bareNodeMs: number;
	/** Until the title of the first pane is on the screen. */
	readonly firstPaneMs: number;
	/** Until the header says that a pane is live. */
	readonly firstLiveMs: number;
	/** Until every pane has its values. */
	readonly everyPaneMs: number;
	/** `tautop hours`, until it has ended. */
	readonly headlessMs: number;
	/** `tautop hours --help`, until it has ended: the start alone, without a server. */
	readonly headlessHelpMs: number;
	/** `tautop --version`, until it has ended. */
	readonly versionMs: number;
	/** `tautop collections --json`, until it has ended: an answer from the database. */
	readonly storedMs: number;
	/** `tautop now --json`, until it has ended: an answer of the server. */
	readonly liveMs: number;
};

const median = (values: readonly number[]): number => {
	const sorted = values.toSorted((one, two) => one - two);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

const untilEnded = async (starting: () => Promise<Terminal>): Promise<number> => {
	const begun = performance.now();
	const terminal = await starting();
	const {status} = await terminal.ended();
	const spent = performance.now() - begun;
	if (status !== 0) throw new Error(`ended with ${status}:\n${terminal.primary().join('\n')}`);
	await terminal.close();
	return spent;
};

const dashboardStart = async (home: Home, config: string): Promise<[first: number, live: number, every: number]> => {
	const begun = performance.now();
	const terminal = await startTautop(home, '--config', config);
	await terminal.waitFor('[1 Now playing]');
	const first = performance.now() - begun;
	await terminal.waitFor(lines => (lines[0] ?? '').includes(' live '));
	const live = performance.now() - begun;
	await terminal.waitFor(isSettled, 30_000);
	const every = performance.now() - begun;
	terminal.type('q');
	await terminal.ended();
	await terminal.close();
	return [first, live, every];
};

/** Measures one kind of start after the other, in turn, so that a busy moment of the machine hits all of them alike. */
export const measureStarts = async (home: Home, config: string, times: number): Promise<Starts> => {
	const headless = (...args: readonly string[]) => untilEnded(() => startTautop(home, ...args));
	// A board without rows has nothing to count.
	await headless('collect', '--config', config);
	const rounds: Starts[] = [];
	for (let round = 0; round < times; round++) {
		const bareNodeMs = await untilEnded(() => startNode(home, ['-e', '0']));
		const [firstPaneMs, firstLiveMs, everyPaneMs] = await dashboardStart(home, config);
		rounds.push({
			bareNodeMs,
			firstPaneMs,
			firstLiveMs,
			everyPaneMs,
			headlessMs: await headless('hours', '--config', config),
			headlessHelpMs: await headless('hours', '--help'),
			versionMs: await headless('--version'),
			storedMs: await headless('collections', '--json', '--config', config),
			liveMs: await headless('now', '--json', '--config', config),
		});
	}
	const middle = (name: keyof Starts): number => median(rounds.map(round => round[name]));
	return {
		bareNodeMs: middle('bareNodeMs'),
		firstPaneMs: middle('firstPaneMs'),
		firstLiveMs: middle('firstLiveMs'),
		everyPaneMs: middle('everyPaneMs'),
		headlessMs: middle('headlessMs'),
		headlessHelpMs: middle('headlessHelpMs'),
		versionMs: middle('versionMs'),
		storedMs: middle('storedMs'),
		liveMs: middle('liveMs'),
	};
};
