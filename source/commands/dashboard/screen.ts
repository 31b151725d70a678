import process from 'node:process';
import {createDashboard, type Dashboard} from '../../ui/dashboard.ts';
import {answeredBackground, backgroundQuestion} from '../../ui/feeds/background.ts';
import {openInput} from '../../ui/input/open-input.ts';
import {type Output, openOutput} from '../../ui/output/output.ts';
import {colorLevel, needsAscii} from '../../ui/terminal.ts';
import {openRing} from '../ring.ts';
import {exitCodeOf} from '../run/exit-codes.ts';
import {guardedRawMode, startGuard} from '../run/guard.ts';
import {type Ending, hungUp, watchProcess} from '../run/watch-process.ts';
import {within} from '../run/within.ts';
import {openClipboard} from './clipboard.ts';
import {paintFirstFrame} from './first-frame.ts';
import {hearEarly} from './hear-early.ts';
import {type DashboardOptions, flushingMs, keepEngines, type Left, systemClock, tuneInput} from './options.ts';
import {saveExport} from './save.ts';
import {keepTitle} from './window-title.ts';

/** Answers come in bursts, one for each pane: those of one burst make two frames. */
const burstSeconds = 0.25;

const createFor = (
	{stdout, flags, env, now}: DashboardOptions,
	output: Output,
	write: (text: string) => void,
): Dashboard =>
	createDashboard(
		{
			size: {columns: stdout.columns, rows: stdout.rows},
			ascii: flags.ascii === true || needsAscii(env, process.platform),
			colors: flags.color === false ? 'none' : colorLevel(env),
			colorFgBg: env.COLORFGBG,
			zone: null,
			isStalled: output.isStalled,
			burstSeconds,
			ring: openRing(write, env),
		},
		systemClock(now),
	);

/** How long a terminal may take to tell its background, before the shell could get the answer. */
const answerMs = 300;

/** The Linux console would print a part of the question. */
const canAsk = ({TERM}: DashboardOptions['env']): boolean => TERM !== 'linux';

/** Shows the dashboard until something ends it, and gives the terminal back. */
export const showScreen = async (options: DashboardOptions): Promise<Left> => {
	const ended = Promise.withResolvers<Ending>();
	const unwatch = watchProcess(options.stdin, ended.resolve);
	const output = openOutput(options.stdout, () => ended.resolve(hungUp()));
	const write = (text: string): void => void output.stream.write(text);
	const dashboard = createFor(options, output, write);
	const answered = Promise.withResolvers<void>();
	let isLeaving = false;
	let setRawMode = (_isRaw: boolean): void => {};
	const input = openInput({
		stdin: options.stdin,
		setRawMode: isRaw => setRawMode(isRaw),
		write,
		reply: text => {
			const background = answeredBackground(text);
			if (background === null) return;
			dashboard.setBackground(background);
			answered.resolve();
		},
	});
	const quit = (code: number): void => ended.resolve({code});
	const setUp = (): void => ended.resolve({code: 0, next: 'init'});
	const hooks = {
		quit,
		init: setUp,
		save: saveExport,
		hearMouse: input.hearMouse,
		copy: openClipboard(write, options.env),
	};
	const handOver = hearEarly(dashboard, input, hooks);
	const first = paintFirstFrame(output.stream, dashboard.lines());
	let leave = (): void => {
		handOver();
		input.close();
		first.leave();
	};
	const giveTitleBack = canAsk(options.env) ? keepTitle(dashboard, write) : () => {};
	// The first frame stands: what it need not wait for comes now.
	const guard = startGuard('screen');
	guard.on();
	setRawMode = guardedRawMode(options.stdin, guard);
	/** A terminal that is asked before its keys are ours would type the answer onto the screen. */
	const hearKeys = async (): Promise<void> => {
		await guard.ready;
		if (isLeaving) return;
		input.start();
		if (!canAsk(options.env)) return;
		output.stream.write(backgroundQuestion);
		await within(answerMs, answered.promise);
	};
	const asking = hearKeys();
	const engine = options.open();
	const failed = (error: unknown): void => ended.resolve({code: exitCodeOf(error), error});
	engine.opening.then(() => guard.reportTo(engine.logFile() ?? ''), failed);
	const engines = keepEngines(engine, options.open);
	Promise.all([dashboard.connect(engine, engines.openServer), tuneInput(engine, input)]).catch(failed);
	/** Loading Ink takes longer than all before it. The keys are ours by then, or they would be typed onto the frame. */
	const paintOn = async (): Promise<void> => {
		await guard.ready;
		const {showInInk} = await import('./ink.tsx');
		if (isLeaving) return;
		leave = showInInk({dashboard, input, stdout: first.stdout, hooks, failed});
		handOver();
	};
	paintOn().catch(failed);
	const ending = await ended.promise;
	isLeaving = true;
	dashboard.close();
	const closing = engines.close();
	// An answer that came later would be typed into the shell.
	await within(answerMs, asking);
	giveTitleBack();
	leave();
	await within(flushingMs, output.flushed());
	const isDeaf = output.isStalled();
	if (isDeaf) guard.takeOver();
	else guard.off();
	output.close();
	unwatch();
	return {ending, closing, isDeaf, logFile: engine.logFile()};
};
