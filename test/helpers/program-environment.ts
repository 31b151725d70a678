import path from 'node:path';

/**
 * The whole environment of a program under test. Built up, not cut down: a CI, NO_COLOR, NODE_ENV or HSH_ variable of the
 * machine would change what a test sees (Ink draws nothing under CI).
 */
export const programEnvironment = (home: string, temporary: string): Record<string, string> => ({
	PATH: [path.dirname(process.execPath), process.env.PATH ?? ''].join(path.delimiter),
	HOME: home,
	TMPDIR: temporary,
	LANG: 'C.UTF-8',
	LC_ALL: 'C.UTF-8',
	TZ: 'UTC',
	TERM: 'xterm-256color',
	COLORTERM: 'truecolor',
});
