import {execFile, spawn} from 'node:child_process';
import type {NoticeWays} from '../domain/notices.ts';
import {cleanText} from '../domain/text/text.ts';
import {passesThrough} from '../ui/terminal.ts';

/** Makes itself noticed in a terminal that nobody looks at. */
export type Ring = (words: string, ways: NoticeWays) => void;

type Environment = Readonly<Record<string, string | undefined>>;

/** More is shown by no desktop. */
const longest = 200;

/** How long tmux shows a message. */
const shownMs = 8000;

const bell = '\u0007';

/** OSC 9, as iTerm2, kitty, WezTerm, Ghostty, foot and Windows Terminal know it. Others pass it over. */
const desktopSequence = (words: string): string => `\u001B]9;${words}\u0007`;

/** tmux hands on what is in such a sequence, where it is told to. */
const throughTmux = (sequence: string): string =>
	`\u001BPtmux;${sequence.replaceAll('\u001B', '\u001B\u001B')}\u001B\\`;

/**
 * A line for tmux. In single quotes nothing means anything but the quote itself; what is left are the formats of the
 * message, which could even run a command, so their signs are doubled.
 */
export const tmuxMessage = (words: string): string => {
	const literal = words.replaceAll("'", '\u2019').replaceAll('#', '##').replaceAll('%', '%%');
	return `display-message -d ${shownMs} '${literal}'\n`;
};

/** Words of a notice come from servers too: tmux reads them from its standard input, and they are no argument of anything. */
const tellTmux = (words: string): void => {
	const tmux = spawn('tmux', ['source-file', '-'], {stdio: ['pipe', 'ignore', 'ignore']});
	tmux.on('error', () => {});
	tmux.stdin.on('error', () => {}).end(tmuxMessage(words));
};

/** Whether this tmux does; false where it cannot be asked. */
const tmuxPassesThrough = (): Promise<boolean> =>
	new Promise(resolve => {
		execFile('tmux', ['display-message', '-p', '#{allow-passthrough}'], {timeout: 2000}, (error, answer) =>
			resolve(!error && passesThrough(answer.trim())),
		);
	});

/** Rings in the terminal that `write` goes to. */
export const openRing = (write: (text: string) => void, {TERM, TMUX}: Environment): Ring => {
	const showOnDesktop = async (words: string): Promise<void> => {
		if (!TMUX) write(desktopSequence(words));
		else if (await tmuxPassesThrough()) write(throughTmux(desktopSequence(words)));
		else tellTmux(words);
	};

	return (words, ways) => {
		if (ways.bell) write(bell);
		// The Linux console would print a part of it. In front stands our name, since OSC 9 with a number means other things.
		if (ways.desktop && TERM !== 'linux') void showOnDesktop(`tautop: ${cleanText(words).slice(0, longest)}`);
	};
};
