/** `tautop now --line` as it stands in the configuration of a status bar. */
export type QuickArgs = {
	readonly format: string | null;
	readonly idle: string | null;
	readonly config: string | null;
	readonly server: string | null;
	readonly ascii: boolean;
};

type Valued = 'format' | 'idle' | 'config' | 'server';

const valued: Readonly<Record<string, Valued>> = {
	'--format': 'format',
	'--idle': 'idle',
	'--config': 'config',
	'--server': 'server',
};

const none: QuickArgs = {format: null, idle: null, config: null, server: null, ascii: false};

/** The few flags that need no parser; null: there is more to it, or a mistake, which the parser tells. */
export const quickArgs = (argv: readonly string[]): QuickArgs | null => {
	const [name, ...words] = argv;
	if (name !== 'now' || !words.includes('--line')) return null;
	const found = {...none};
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? '';
		if (word === '--line') continue;
		if (word === '--ascii') {
			found.ascii = true;
			continue;
		}
		const [flag = '', ...joined] = word.split('=');
		const key = valued[flag];
		if (key === undefined || found[key] !== null) return null;
		if (joined.length === 0) at += 1;
		const value = joined.length > 0 ? joined.join('=') : words[at];
		// An empty text is a value of --idle alone, and a dash may be the next flag.
		if (value === undefined || value.startsWith('-') || (value === '' && key !== 'idle')) return null;
		found[key] = value;
	}
	return found;
};
