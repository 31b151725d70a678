import {once} from 'node:events';
import process from 'node:process';
import {type Input, openInput} from '../../ui/input/open-input.ts';
import {openOutput} from '../../ui/output/output.ts';
import {createReaders} from '../../ui/reader/readers.ts';
import {exitCodeOf} from '../run/exit-codes.ts';
import {guardedRawMode, startGuard} from '../run/guard.ts';
import {type Ending, hungUp, watchProcess} from '../run/watch-process.ts';
import {within} from '../run/within.ts';
import {type DashboardOptions, flushingMs, keepEngines, type Left, systemClock, tuneInput} from './options.ts';

/** True where a screen reader is asked for: by the flag, or by the variable that Ink's programs share. */
export const wantsReader = ({flags, env}: DashboardOptions): boolean =>
	typeof flags.reader === 'boolean' ? flags.reader : env.INK_SCREEN_READER === 'true';

/** Stops the program as Ctrl-Z stops any other; keys come one by one again after `fg`. */
const suspend = async (input: Input): Promise<void> => {
	input.stop();
	const continued = once(process, 'SIGCONT');
	process.kill(process.pid, 'SIGSTOP');
	await continued;
	input.start();
};

/** Speaks until something ends it. No screen is taken and nothing painted, so there is nothing to give back but the keys. */
export const speak = async (options: DashboardOptions): Promise<Left> => {
	const {stdin} = options;
	const ended = Promise.withResolvers<Ending>();
	const unwatch = watchProcess(stdin, ended.resolve);
	const output = openOutput(options.stdout, () => ended.resolve(hungUp()));
	const readers = createReaders(null, systemClock(options.now), line => {
		output.stream.write(`${line}\n`);
	});
	const guard = startGuard('lines');
	const input = openInput({stdin, setRawMode: guardedRawMode(stdin, guard), write: null, reply: () => {}});
	const hooks = {
		quit: (code: number) => ended.resolve({code}),
		init: () => ended.resolve({code: 0, next: 'init'}),
		suspend: () => void suspend(input),
	};
	input.listen((name, trust) => readers.press(name, hooks, trust));
	guard.ready.then(input.start);
	output.stream.write('tautop is starting. Question mark lists the keys.\n');
	const engine = options.open();
	const engines = keepEngines(engine, options.open);
	const failed = (error: unknown): void => ended.resolve({code: exitCodeOf(error), error});
	engine.opening.then(() => guard.reportTo(engine.logFile() ?? ''), failed);
	Promise.all([readers.connect(engine, engines.openServer), tuneInput(engine, input)]).catch(failed);
	const ending = await ended.promise;
	const closing = engines.close();
	readers.close();
	input.close();
	await within(flushingMs, output.flushed());
	const isDeaf = output.isStalled();
	guard.off();
	output.close();
	unwatch();
	return {ending, closing, isDeaf, logFile: engine.logFile()};
};
