import {once} from 'node:events';
import process from 'node:process';
import {openOutput} from '../../ui/output.ts';
import {typedKeys} from '../../ui/reader/keys.ts';
import {createReader} from '../../ui/reader/reader.ts';
import {exitCodeOf} from '../exit-codes.ts';
import {type Ending, hungUp, watchProcess} from '../watch-process.ts';
import {within} from '../within.ts';
import {startGuard} from './guard.ts';
import {type DashboardOptions, flushingMs, type Left, systemClock} from './options.ts';

/** True where a screen reader is asked for: by the flag, or by the variable that Ink's programs share. */
export const wantsReader = ({flags, env}: DashboardOptions): boolean =>
	typeof flags.reader === 'boolean' ? flags.reader : env.INK_SCREEN_READER === 'true';

/** Stops the program as Ctrl-Z stops any other; keys come one by one again after `fg`. */
const suspend = async (stdin: NodeJS.ReadStream): Promise<void> => {
	stdin.setRawMode(false);
	const continued = once(process, 'SIGCONT');
	process.kill(process.pid, 'SIGSTOP');
	await continued;
	stdin.setRawMode(true);
};

/** Speaks until something ends it. No screen is taken and nothing painted, so there is nothing to give back but the keys. */
export const speak = async (options: DashboardOptions): Promise<Left> => {
	const {stdin} = options;
	const ended = Promise.withResolvers<Ending>();
	const unwatch = watchProcess(stdin, ended.resolve);
	const output = openOutput(options.stdout, () => ended.resolve(hungUp()));
	const reader = createReader(null, systemClock(options.now), line => {
		output.stream.write(`${line}\n`);
	});
	const hooks = {quit: (code: number) => ended.resolve({code}), suspend: () => void suspend(stdin)};
	const hear = (piece: string): void => {
		for (const key of typedKeys(piece)) reader.press(key, hooks);
	};
	const guard = startGuard('lines');
	await guard.ready;
	guard.on();
	stdin.setEncoding('utf8');
	stdin.setRawMode(true);
	stdin.on('data', hear);
	output.stream.write('tautop is starting. Question mark lists the keys.\n');
	const engine = options.open();
	const failed = (error: unknown): void => ended.resolve({code: exitCodeOf(error), error});
	engine.opening.then(() => guard.reportTo(engine.logFile() ?? ''), failed);
	reader.connect(engine).catch(failed);
	const ending = await ended.promise;
	const closing = engine.close();
	reader.close();
	stdin.off('data', hear);
	stdin.setRawMode(false);
	stdin.unref();
	await within(flushingMs, output.flushed());
	const isDeaf = output.isStalled();
	guard.off();
	output.close();
	unwatch();
	return {ending, closing, isDeaf, logFile: engine.logFile()};
};
