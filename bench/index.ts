import {availableParallelism, loadavg} from 'node:os';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {killTerminals} from '../test/helpers/pseudo-terminal.ts';
import {type Idle, measureIdle} from './idle.ts';
import type {KeyTimes} from './keys.ts';
import {type Line, lineText} from './line.ts';
import {measureMirror} from './mirror-part.ts';
import {measureNeighbours} from './neighbours.ts';
import {makeHome} from './program.ts';
import {measureDays, measureScreenCosts, type ScreenCosts} from './screen-costs.ts';
import {startDemoServers} from './servers.ts';
import {measureStarts, type Starts} from './starts.ts';

// Prints what a start and an idle minute cost, in a pseudo-terminal, on the demo: its servers in a process of their own, and
// once more as people see it first, all in one process, beside btop and glances where they are installed. Then what the mirror costs: --config FILE measures it on those
// servers instead, --large with a million plays (some minutes more). Linux only: it reads /proc.

const goals = {
	firstPaneRatio: 3,
	versionRatio: 1.5,
	storedRatio: 6,
	liveRatio: 7.5,
	idleBytesPerSecond: 100,
	idleCpuPercent: 0.7,
	/** With the demo, whose servers are in one of the processes. */
	demoMegabytes: 185,
	focusBytes: 600,
	keyMs: 30,
	busyKeyMs: 50,
	/** Of what it holds after half of the simulated days: before that, V8 takes what it is allowed. */
	memoryGrowth: 1.1,
};

const startLines = (starts: Starts): Line[] => {
	const times = (what: string, value: number, ratio?: number): Line => ({
		what,
		value: `${Math.round(value)} ms, ${(value / starts.bareNodeMs).toFixed(1)} x`,
		...(ratio === undefined ? {} : {goal: `under ${ratio} x`, isMet: value < ratio * starts.bareNodeMs}),
	});
	return [
		{what: 'node -e 0', value: `${Math.round(starts.bareNodeMs)} ms`},
		times('dashboard, first pane on the screen', starts.firstPaneMs, goals.firstPaneRatio),
		times('dashboard, first live value', starts.firstLiveMs),
		times('dashboard, every pane live', starts.everyPaneMs),
		times('tautop --version', starts.versionMs, goals.versionRatio),
		times('tautop collections --json', starts.storedMs, goals.storedRatio),
		times('tautop now --json', starts.liveMs, goals.liveRatio),
		times('tautop hours --help', starts.headlessHelpMs),
		times('tautop hours', starts.headlessMs),
	];
};

/** `mostMegabytes` for the demo: its own servers count in its processor time, which has no goal then. */
const idleLines = (name: string, idle: Idle, mostMegabytes?: number): Line[] => [
	{
		what: `${name}, bytes`,
		value: `${Math.round(idle.bytesPerSecond)} bytes/s`,
		goal: `under ${goals.idleBytesPerSecond}`,
		isMet: idle.bytesPerSecond < goals.idleBytesPerSecond,
	},
	{
		what: `${name}, processor`,
		value: `${idle.cpuPercent.toFixed(2)} % of a core`,
		...(mostMegabytes === undefined
			? {goal: `under ${goals.idleCpuPercent} %`, isMet: idle.cpuPercent < goals.idleCpuPercent}
			: {}),
	},
	{what: `${name}, drawing`, value: `${idle.drawingPercent.toFixed(2)} % of a core`},
	{
		what: `${name}, memory of all processes (PSS)`,
		value: `${Math.round(idle.megabytes)} MB`,
		...(mostMegabytes === undefined ? {} : {goal: `under ${mostMegabytes} MB`, isMet: idle.megabytes < mostMegabytes}),
	},
];

const neighbourLines = ({measured, missing}: Awaited<ReturnType<typeof measureNeighbours>>): Line[] => [
	...measured.map(({name, bytesPerSecond, cpuPercent, megabytes}) => ({
		what: `beside it: ${name}`,
		value: `${Math.round(bytesPerSecond)} bytes/s, ${cpuPercent.toFixed(1)} % of a core, ${Math.round(megabytes)} MB`,
	})),
	...missing.map(name => ({what: `beside it: ${name}`, value: 'not installed'})),
];

const screenLines = ({focusBytes, keysAtRest, keysWhileCollecting}: ScreenCosts): Line[] => [
	{
		what: 'a move of the focus',
		value: `${focusBytes.median} bytes, at most ${focusBytes.most}`,
		goal: `under ${goals.focusBytes}`,
		isMet: focusBytes.most < goals.focusBytes,
	},
	keyLine('a key at rest', keysAtRest, goals.keyMs),
	keyLine('a key while collecting', keysWhileCollecting, goals.busyKeyMs),
];

const keyLine = (what: string, {count, medianMs, p95Ms}: KeyTimes, most: number): Line => ({
	what,
	value: `${Math.round(medianMs)} ms, p95 ${Math.round(p95Ms)} ms of ${count}`,
	goal: `p95 under ${most} ms`,
	isMet: p95Ms < most,
});

const dayLine = (megabytes: readonly number[]): Line => {
	const half = megabytes[Math.floor(megabytes.length / 2)] ?? Number.NaN;
	const last = megabytes.at(-1) ?? Number.NaN;
	return {
		what: `memory over ${megabytes.length} simulated days (PSS)`,
		value: `${Math.round(half)} MB at half, ${Math.round(last)} MB at the end`,
		goal: `under ${goals.memoryGrowth} x`,
		isMet: last < half * goals.memoryGrowth,
	};
};

const {values} = parseArgs({
	options: {
		starts: {type: 'string', default: '7'},
		seconds: {type: 'string', default: '60'},
		days: {type: 'string', default: '16'},
		config: {type: 'string'},
		large: {type: 'boolean', default: false},
	},
});
const seconds = Number(values.seconds);
const home = makeHome();
try {
	const load = loadavg()[0] ?? 0;
	console.log(`Node ${process.versions.node}, ${availableParallelism()} cores, load ${load.toFixed(1)} before`);
	const servers = await startDemoServers(home);
	const lines = startLines(await measureStarts(home, servers.file, Number(values.starts)));
	for (const line of lines) console.log(lineText(line));
	// Both at once: while they are idle, they do not disturb each other.
	const [alone, demo, neighbours] = await Promise.all([
		measureIdle(home, ['--config', servers.file], seconds),
		measureIdle(home, ['--demo'], seconds),
		measureNeighbours(home, seconds),
	]);
	const idle = [
		...idleLines('idle', alone),
		...idleLines('idle with --demo', demo, goals.demoMegabytes),
		...neighbourLines(neighbours),
		...screenLines(await measureScreenCosts(home, ['--config', servers.file])),
		dayLine(await measureDays(home, ['--demo'], Number(values.days))),
	];
	console.log(`idle: ${seconds} s at 120x40`);
	for (const line of idle) console.log(lineText(line));
	await servers.close();
	const mirror = await measureMirror(home, {config: values.config, isLarge: values.large});
	console.log(
		`mirror: ${values.config ? 'the servers of --config' : "the demo's servers, 200 collections of 50 members"}`,
	);
	for (const line of mirror) console.log(lineText(line));
	process.exitCode = [...lines, ...idle, ...mirror].some(line => line.isMet === false) ? 1 : 0;
} finally {
	killTerminals();
	home.remove();
}
