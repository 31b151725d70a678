import {spawn} from 'node:child_process';

/** More is taken by no terminal that limits it. */
const longestPayload = 74_000;

/** Copies a text; returns why not, or null. */
export type Copy = (text: string) => string | null;

/**
 * The clipboard of whoever sits before the terminal, by OSC 52; nothing is ever read from it. tmux takes such a sequence only where it
 * is told to, but its own command always.
 */
export const openClipboard = (
	write: (text: string) => void,
	{TERM, TMUX}: Readonly<Record<string, string | undefined>>,
): Copy => {
	const byTmux = (text: string, otherwise: () => void): void => {
		const tmux = spawn('tmux', ['load-buffer', '-w', '-'], {stdio: ['pipe', 'ignore', 'ignore']});
		tmux.on('error', otherwise);
		tmux.on('exit', code => {
			if (code !== 0) otherwise();
		});
		tmux.stdin.on('error', () => {}).end(text);
	};

	return text => {
		if (TERM === 'linux') return 'this terminal has no clipboard';
		const payload = Buffer.from(text).toString('base64');
		if (payload.length > longestPayload) return 'too long for a clipboard';
		const bySequence = (): void => write(`\u001B]52;c;${payload}\u0007`);
		if (TMUX) byTmux(text, bySequence);
		else bySequence();
		return null;
	};
};
