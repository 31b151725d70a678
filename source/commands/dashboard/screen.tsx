import {render} from 'ink';
import {App} from '../../ui/app.tsx';
import {createDashboard, type Dashboard} from '../../ui/dashboard.ts';
import {type Output, openOutput} from '../../ui/output.ts';
import {colorLevel, needsAscii} from '../../ui/terminal.ts';
import {exitCodeOf} from '../exit-codes.ts';
import {type Ending, hungUp, watchProcess} from '../watch-process.ts';
import {within} from '../within.ts';
import {type DashboardOptions, flushingMs, type Left, systemClock} from './options.ts';

const createFor = ({stdout, flags, env, now}: DashboardOptions, output: Output): Dashboard =>
	createDashboard(
		{
			size: {columns: stdout.columns, rows: stdout.rows},
			ascii: flags.ascii === true || needsAscii(env),
			colors: flags.color === false ? 'none' : colorLevel(env),
			colorFgBg: env.COLORFGBG,
			zone: null,
			isStalled: output.isStalled,
		},
		systemClock(now),
	);

/** Shows the dashboard until something ends it, and gives the terminal back. */
export const showScreen = async (options: DashboardOptions): Promise<Left> => {
	const ended = Promise.withResolvers<Ending>();
	const unwatch = watchProcess(options.stdin, ended.resolve);
	const output = openOutput(options.stdout, () => ended.resolve(hungUp()));
	const dashboard = createFor(options, output);
	const instance = render(<App dashboard={dashboard} quit={code => ended.resolve({code})} />, {
		stdout: output.stream,
		stdin: options.stdin,
		alternateScreen: true,
		incrementalRendering: true,
		interactive: true,
		exitOnCtrlC: false,
		maxFps: 20,
	});
	instance.waitUntilExit().catch((error: unknown) => ended.resolve({code: 1, error}));
	// The first frame stands: the engine may take its part of the processor now.
	const starting = new AbortController();
	const opening = options.open(starting.signal);
	opening.then(dashboard.connect).catch((error: unknown) => ended.resolve({code: exitCodeOf(error), error}));
	const ending = await ended.promise;
	starting.abort();
	dashboard.close();
	instance.unmount();
	await within(flushingMs, output.flushed());
	const isDeaf = output.isStalled();
	output.close();
	unwatch();
	return {ending, opening, isDeaf};
};
