import path from 'node:path';
import type {NoticeRule, NoticeWays} from '../domain/notices.ts';
import {secondsOf, type WrittenRule} from './notice-rules.ts';
import type {Parts} from './parts.ts';
import {resolvePath} from './paths.ts';

/** A command of the user's. It may hold secrets. */
export type UserCommand = {
	/** A line for the shell, or a program and its arguments. */
	readonly line: string | readonly [program: string, ...args: readonly string[]];
	/** Where it runs. */
	readonly folder: string;
};

/** What is told by itself, and how. */
export type NoticesConfig = NoticeWays & {
	/** Empty: nothing is. */
	readonly rules: readonly NoticeRule[];
	/** At most one of a kind in this time. */
	readonly everySeconds: number;
	readonly run: UserCommand | null;
};

/** Nothing is told. */
export const noNotices: NoticesConfig = {rules: [], everySeconds: 0, bell: false, desktop: false, run: null};

const ruleOf = ({when, above, for: lasts}: WrittenRule): NoticeRule => ({
	when,
	above: above ?? null,
	forSeconds: secondsOf(lasts ?? '0s') ?? 0,
});

const commandOf = ({settings, file, cwd, home}: Parts): UserCommand | null => {
	const {run} = settings.notices;
	if (run === undefined) return null;
	const folder = file ? path.dirname(file.path) : cwd;
	if (typeof run === 'string') return {line: run, folder};
	const [program = '', ...args] = run;
	// A bare name is looked for in the PATH; a path counts from the file's folder.
	return {line: [/[/\\]/.test(program) ? resolvePath(program, folder, home) : program, ...args], folder};
};

export const noticesOf = (parts: Parts): NoticesConfig => {
	const {rules, every, bell, desktop} = parts.settings.notices;
	return {rules: rules.map(ruleOf), everySeconds: secondsOf(every) ?? 0, bell, desktop, run: commandOf(parts)};
};
