/** What a terminal sends for keys that have no letter. */
export const keys = {
	tab: '\t',
	'shift-tab': '\u001B[Z',
	enter: '\r',
	escape: '\u001B',
	backspace: '\u007F',
	delete: '\u001B[3~',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	home: '\u001B[H',
	end: '\u001B[F',
	'page-up': '\u001B[5~',
	'page-down': '\u001B[6~',
	'ctrl-c': '\u0003',
	'ctrl-d': '\u0004',
	'ctrl-l': '\u000C',
	'ctrl-u': '\u0015',
	'ctrl-z': '\u001A',
	'ctrl-backslash': '\u001C',
} as const;

export type KeyName = keyof typeof keys;
