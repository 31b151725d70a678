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
	const bare: number[] = [];
	const first: number[] = [];
	const live: number[] = [];
	const every: number[] = [];
	const headless: number[] = [];
	const help: number[] = [];
	for (let round = 0; round < times; round++) {
		bare.push(await untilEnded(() => startNode(home, ['-e', '0'])));
		const [firstMs, liveMs, everyMs] = await dashboardStart(home, config);
		first.push(firstMs);
		live.push(liveMs);
		every.push(everyMs);
		headless.push(await untilEnded(() => startTautop(home, 'hours', '--config', config)));
		help.push(await untilEnded(() => startTautop(home, 'hours', '--help')));
	}
	return {
		bareNodeMs: median(bare),
		firstPaneMs: median(first),
		firstLiveMs: median(live),
		everyPaneMs: median(every),
		headlessMs: median(headless),
		headlessHelpMs: median(help),
	};
};
