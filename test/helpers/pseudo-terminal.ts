import {type IPty, spawn} from '@lydell/node-pty';
import {patience, patient} from './patience.ts';
import {keys} from './terminal-keys.ts';
import {createScreen, messageCode} from './terminal-screen.ts';
import type {Ending, Terminal, TerminalOptions, Wanted} from './terminal-types.ts';

/** Before patience. */
const defaultTimeoutMs = 30_000;

/**
 * Tells the program's pid, its status and the line modes through an escape sequence that no screen shows. A program that
 * was killed cannot have restored them itself: whoever does it gets a moment, where there is somebody.
 */
const wrapper = `
before=$(stty -g)
trap : INT QUIT HUP TERM
sh -c 'printf "\\033]${messageCode};pid=%s\\007" "$$"; exec "$@"' sh "$@"
status=$?
if [ "$status" -gt 128 ]; then
	tries=0
	while now=$(stty -g) && [ "$before" != "$now" ] && [ "$tries" -lt "$RESTORE_TRIES" ]; do sleep 0.1; tries=$((tries + 1)); done
fi
[ "$before" = "$(stty -g)" ] && modes=same || modes=changed
printf "\\033]${messageCode};status=%s;modes=%s\\007" "$status" "$modes"
exit "$status"
`;

const kill = (pid: number): void => {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It is gone already.
	}
};

const open = new Set<number>();

/** Kills whatever is still running in a terminal: what a failed test or bench leaves behind. */
export const killTerminals = (): void => {
	for (const pid of open) kill(pid);
};

const isThere = (wanted: Wanted, lines: readonly string[]): boolean => {
	if (typeof wanted === 'string') return lines.some(line => line.includes(wanted));
	return typeof wanted === 'function' ? wanted(lines) : wanted.test(lines.join('\n'));
};

const frame = (lines: readonly string[]): string => lines.map(line => `  │${line}`).join('\n');

/**
 * Starts a program with `env` as its whole environment. Resolves as soon as it runs; close() must be called at the end.
 * It knows of no test runner, so that a bench can use it too; tests use startTerminal().
 */
export const startPseudoTerminal = async (
	options: Omit<TerminalOptions, 'env'> & {readonly env: Readonly<Record<string, string>>},
): Promise<Terminal> => {
	const {command, args = [], cols = 80, rows = 24, env, cwd = process.cwd(), shell = true, isGuarded = false} = options;
	const [file, words] = shell ? ['sh', ['-c', wrapper, 'sh', command, ...args]] : [command, [...args]];
	const pty: IPty = spawn(file, words, {
		cols,
		rows,
		cwd,
		env: {RESTORE_TRIES: String(isGuarded ? Math.round(300 * patience) : 0), ...env},
		name: env.TERM ?? 'xterm-256color',
		encoding: null,
	});
	const chunks: Buffer[] = [];
	let bytes = 0;
	let pid = shell ? 0 : pty.pid;
	let report: Pick<Ending, 'status' | 'lineModes'> | undefined;
	let ending: Ending | undefined;
	let written: Promise<void> = Promise.resolve();
	const listeners = new Set<() => void>();
	const tell = () => {
		for (const listener of [...listeners]) listener();
	};
	open.add(pty.pid);

	const screen = createScreen({
		columns: cols,
		rows,
		background: options.background,
		reply: data => pty.write(data),
		message: data => {
			const facts = new Map(data.split(';').map(fact => [fact.split('=')[0], fact.split('=')[1]]));
			if (facts.has('pid')) {
				pid = Number(facts.get('pid'));
				open.add(pid);
			} else {
				report = {status: Number(facts.get('status')), lineModes: facts.get('modes') === 'same' ? 'same' : 'changed'};
			}
		},
	});

	pty.onData(data => {
		// With encoding null this is a Buffer, whatever the types say.
		const chunk = Buffer.from(data);
		chunks.push(chunk);
		bytes += chunk.length;
		written = screen.write(chunk).then(tell);
	});
	pty.onExit(({exitCode, signal}) => {
		void written.then(() => {
			const killedBy = signal === undefined || signal === 0 ? null : signal;
			ending = report
				? {...report, signal: null}
				: {status: killedBy === null ? exitCode : 128 + killedBy, signal: killedBy, lineModes: null};
			open.delete(pty.pid);
			open.delete(pid);
			tell();
		});
	});

	/** Resolves with the first value that is not undefined, looked at whenever something has happened. */
	const until = <Value>(look: () => Value | undefined, timeoutMs: number, trouble: () => string): Promise<Value> =>
		new Promise((resolve, reject) => {
			const stop = () => {
				listeners.delete(check);
				clearTimeout(timer);
			};
			const check = () => {
				try {
					const value = look();
					if (value === undefined) return;
					stop();
					resolve(value);
				} catch (error) {
					stop();
					reject(error);
				}
			};
			const timer = setTimeout(() => {
				stop();
				reject(new Error(`${trouble()}\n${frame(screen.lines())}`));
			}, patient(timeoutMs));
			listeners.add(check);
			check();
		});

	const outputSince = (mark: number): string => Buffer.concat(chunks).subarray(mark).toString('utf8');

	const terminal: Terminal = {
		get pid() {
			return pid;
		},
		waitFor: (wanted, timeoutMs = defaultTimeoutMs) =>
			until(
				() => {
					// Half a frame is no picture: terminals show nothing of it either.
					if (screen.modes().synchronizedOutput && !ending) return undefined;
					if (isThere(wanted, screen.lines())) return null;
					if (!ending) return undefined;
					throw new Error(`the program ended (${ending.status}) without ${wanted}\n${frame(screen.lines())}`);
				},
				timeoutMs,
				() => `not on the screen after ${timeoutMs} ms: ${wanted}`,
			).then(() => undefined),
		ended: (timeoutMs = defaultTimeoutMs) =>
			until(
				() => ending,
				timeoutMs,
				() => `the program did not end within ${timeoutMs} ms`,
			),
		type: text => pty.write(text),
		press: (...names) => {
			for (const name of names) pty.write(keys[name]);
		},
		paste: text => pty.write(screen.modes().bracketedPaste ? `\u001B[200~${text}\u001B[201~` : text),
		resize: (newCols, newRows) => {
			screen.resize(newCols, newRows);
			pty.resize(newCols, newRows);
		},
		signal: name => {
			process.kill(pid, name);
		},
		screen: screen.lines,
		primary: screen.primaryLines,
		cells: screen.cells,
		cursor: screen.cursor,
		modes: screen.modes,
		title: screen.title,
		mark: () => bytes,
		bytesSince: mark => bytes - mark,
		outputSince,
		stall: () => pty.pause(),
		resume: () => pty.resume(),
		// The typed surface lacks it; the shell around the program does not mind the SIGHUP that comes along.
		hangUp: () => {
			if ('destroy' in pty && typeof pty.destroy === 'function') pty.destroy();
		},
		close: async () => {
			if (!ending) {
				pty.resume();
				// The shell around it then ends by itself, and buries it; without one this is the program.
				kill(pid > 0 ? pid : pty.pid);
				await terminal.ended(5000).catch(() => kill(pty.pid));
				await terminal.ended();
			}
			screen.dispose();
		},
	};
	await until(
		() => (pid > 0 || ending ? true : undefined),
		defaultTimeoutMs,
		() => `${command} did not start`,
	);
	return terminal;
};
