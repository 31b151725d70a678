import {AppError} from '../../domain/app-error.ts';
import {durationSeconds} from '../../domain/duration.ts';
import type {Context} from '../command.ts';
import {hasFlag, textFlag} from '../line/flag-values.ts';

/** How to look, and how long. Times in seconds. */
export type IdleFlags = {
	readonly wait: boolean;
	readonly forSeconds: number;
	/** Null: for ever. */
	readonly timeoutSeconds: number | null;
	readonly ignorePaused: boolean;
	readonly quiet: boolean;
	readonly json: boolean;
};

/** "10m", "90s", "2h", "1d" or seconds. */
const secondsOf = (context: Context, name: string): number | null => {
	const text = textFlag(context, name);
	if (text === undefined) return null;
	const seconds = durationSeconds(/\d$/.test(text.trim()) ? `${text.trim()}s` : text);
	if (seconds !== null) return seconds;
	throw new AppError('usage', `--${name} must be a time.`, {hint: `Write it as 90s, 10m or 2h: --${name} 10m.`});
};

/** Throws `usage` for what makes no sense. */
export const idleFlags = (context: Context): IdleFlags => {
	const wait = hasFlag(context, 'wait');
	const [forSeconds, timeoutSeconds] = [secondsOf(context, 'for'), secondsOf(context, 'timeout')];
	const alone = forSeconds !== null ? 'for' : timeoutSeconds !== null ? 'timeout' : null;
	if (!wait && alone !== null) {
		throw new AppError('usage', `--${alone} needs --wait.`, {hint: 'Without --wait it looks only once.'});
	}
	return {
		wait,
		forSeconds: forSeconds ?? 0,
		timeoutSeconds,
		ignorePaused: hasFlag(context, 'ignore-paused'),
		quiet: hasFlag(context, 'quiet'),
		json: hasFlag(context, 'json'),
	};
};
