import {readFileSync} from 'node:fs';
import process from 'node:process';
import type {AskedTerminal} from '../../doctor/ruler.ts';
import {guardedRawMode, startGuard} from './guard.ts';

/** Over a slow line an answer takes a while; whoever gives none has been asked in vain. */
const answerMs = 1500;

const ctrlC = '\u0003';

/** A program in the background would be stopped for touching the line. Linux tells; elsewhere it is believed to be in front. */
const isInFront = (): boolean => {
	try {
		const [, , group, , , foreground] = readFileSync('/proc/self/stat', 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
		return group === foreground;
	} catch {
		return true;
	}
};

/** The terminal of this process; null: there is none that can be both written and heard. */
export const askedTerminal = (): AskedTerminal | null => {
	const {stdin, stdout} = process;
	if (!stdin.isTTY || !stdout.isTTY || process.env.TERM === 'dumb' || !isInFront()) return null;
	const ask: AskedTerminal['ask'] = async (question, isWhole, signal) => {
		// Gives the line back where this process is killed in the middle.
		const guard = startGuard('lines');
		await guard.ready;
		const setRawMode = guardedRawMode(stdin, guard);
		const answer = Promise.withResolvers<string | null>();
		let heard = '';
		const hear = (chunk: Buffer): void => {
			heard += chunk.toString('latin1');
			if (heard.includes(ctrlC)) answer.resolve(null);
			else if (isWhole(heard)) answer.resolve(heard);
		};
		const giveUp = (): void => answer.resolve(null);
		const timer = setTimeout(giveUp, answerMs);
		signal.addEventListener('abort', giveUp, {once: true});
		try {
			setRawMode(true);
			stdin.on('data', hear).resume();
			stdout.write(question);
			return await answer.promise;
		} finally {
			clearTimeout(timer);
			signal.removeEventListener('abort', giveUp);
			stdin.off('data', hear).pause();
			setRawMode(false);
			guard.off();
			if (heard.includes(ctrlC)) process.kill(process.pid, 'SIGINT');
		}
	};
	return {ask};
};
