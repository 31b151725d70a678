import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';
import {colorLevel, needsAscii, passesThrough} from '../ui/terminal.ts';
import {type Finding, warning, well} from './finding.ts';

type Env = Readonly<Record<string, string | undefined>>;

const colors = {
	truecolor: 'all colours',
	'256': '256 colours',
	'16': '16 colours',
	none: 'no colours',
} as const;

const colorFinding = (env: Env): Finding => {
	const level = colorLevel(env);
	const why = env.NO_COLOR ? ', since NO_COLOR is set' : '';
	const more = level === '16' || level === '256' ? '; set COLORTERM=truecolor if the terminal has more' : '';
	return well('colours', `${colors[level]}${why}${more}`);
};

const localeFinding = (env: Env): Finding => {
	const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(Boolean);
	if (env.TERM === 'linux') return well('characters', 'plain ASCII: the Linux console has no others');
	if (!needsAscii(env, process.platform))
		return well(
			'characters',
			locale === undefined ? 'UTF-8, since no locale is set' : `UTF-8, from the locale ${locale}`,
		);
	return warning(
		'characters',
		`plain ASCII, since the locale is ${locale}`,
		'Set LANG to a UTF-8 locale, such as C.UTF-8.',
	);
};

/** What the terminal can show, as far as its environment tells. `size`: null where nothing is printed on one. */
export const terminalFindings = (
	env: Env,
	size: {readonly columns: number; readonly rows: number} | null,
): readonly Finding[] => {
	if (size === null)
		return [well('terminal', 'none: the output goes to a file or to another program'), localeFinding(env)];
	const {TERM} = env;
	const kind =
		TERM === undefined || TERM === '' || TERM === 'dumb'
			? warning(
					'terminal',
					`TERM is ${TERM || 'not set'}`,
					'Set TERM to what your terminal is, such as xterm-256color.',
				)
			: well('terminal', `${TERM}, ${size.columns}x${size.rows}`);
	return [kind, colorFinding(env), localeFinding(env)];
};

const run = promisify(execFile);

const asked = '#{version}\t#{allow-passthrough}\t#{set-clipboard}';

/** What tmux answers; an option that an old one does not know is empty. */
export const tmuxFindings = (answer: string): readonly Finding[] => {
	const [version = '', passthrough = '', clipboard = ''] = answer.trim().split('\t');
	return [
		well(
			'tmux',
			`${version}; passthrough is ${passesThrough(passthrough) ? 'on' : 'off, so notices stay inside tmux'}`,
		),
		clipboard === 'off'
			? warning(
					'clipboard',
					'tmux does not pass on what is copied (set-clipboard off).',
					'Put `set -g set-clipboard on` into ~/.tmux.conf.',
				)
			: well('clipboard', 'tmux passes on what is copied'),
	];
};

/** Asks tmux what it lets through, where we are inside one. */
export const askTmux = async ({TMUX}: Env, signal: AbortSignal): Promise<readonly Finding[]> => {
	if (!TMUX) return [];
	try {
		const {stdout} = await run('tmux', ['display-message', '-p', asked], {signal, timeout: 2000});
		return tmuxFindings(stdout);
	} catch {
		return [warning('tmux', 'It did not answer.', 'Is the command tmux in the PATH?')];
	}
};
