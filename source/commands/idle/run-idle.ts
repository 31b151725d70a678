import type {AppError} from '../../domain/app-error.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import {type Json, toJson} from '../../export/json.ts';
import type {OpenSources} from '../../questions/sources.ts';
import {askAgain} from '../again/ask-again.ts';
import type {Context, ExitCode} from '../command.ts';
import {exitCodeOfSignal} from '../run/exit-codes.ts';
import {withSources} from '../run/with-sources.ts';
import {type IdleFlags, idleFlags} from './flags.ts';
import {noStreak, streakAfter} from './streak.ts';
import {playing, playingJson, playingSentence} from './words.ts';

/** Seconds between two looks; a running engine asks no server for them. */
const lookSeconds = 5;

const nobody = 0;
const somebody = 1;

type Found = {readonly isIdle: boolean; readonly sentence: string; readonly json: Json};

const look = async (
	context: Context,
	{ignorePaused}: IdleFlags,
	{sources}: OpenSources,
	{timezone}: DashboardSettings,
): Promise<Found> => {
	const activity = await sources.activity(null, context.signal);
	const sentence = playingSentence(activity, ignorePaused, context.now(), timezone ?? context.timeZone);
	const json = playingJson(activity, ignorePaused, context.now());
	return {isIdle: playing(activity, ignorePaused) === 0, sentence, json};
};

/** How waiting stands. */
type Waiting = {streak: typeof noStreak; found: Found | null; error: AppError | null};

const wait = async (context: Context, flags: IdleFlags, say: (found: Found | null) => void): Promise<ExitCode> => {
	const {forSeconds, timeoutSeconds} = flags;
	const done = new AbortController();
	const late = new AbortController();
	const standing: Waiting = {streak: noStreak, found: null, error: null};
	const begun = context.now();

	const looked = (found: Found | null, error: AppError | null): void => {
		const at = context.now();
		const streak = streakAfter(standing.streak, {at, isIdle: found?.isIdle ?? null});
		Object.assign(standing, {streak, found, error});
		if (streak.since !== null && at - streak.since >= forSeconds) done.abort();
		else if (timeoutSeconds !== null && at - begun >= timeoutSeconds) late.abort();
	};

	let told = '';
	const tell = (sentence: string): void => {
		if (!flags.quiet && sentence !== told) context.stderr.write(`tautop: ${sentence}\n`);
		told = sentence;
	};

	await askAgain(context, {
		every: lookSeconds,
		round: async (open, settings) => {
			const found = await look(context, flags, open, settings);
			looked(found, null);
			if (!done.signal.aborted) tell(found.sentence);
		},
		failed: error => {
			looked(null, error);
			tell(error.message);
		},
		until: AbortSignal.any([done.signal, late.signal]),
	});
	if (done.signal.aborted) {
		say(standing.found);
		return nobody;
	}
	if (!late.signal.aborted) return exitCodeOfSignal(context.interruptedBy() ?? 'SIGINT');
	if (standing.error) throw standing.error;
	const {found} = standing;
	say(found?.isIdle ? {...found, sentence: 'Nobody plays, but not for long enough yet.'} : found);
	return somebody;
};

/** `tautop idle`. What is not known is an error, with the code of what is wrong: never 0, and never 1. */
export const runIdle = async (context: Context): Promise<ExitCode> => {
	const flags = idleFlags(context);
	const say = (found: Found | null): void => {
		if (found && !flags.quiet) context.stdout.write(flags.json ? toJson(found.json) : `${found.sentence}\n`);
	};
	if (flags.wait) return await wait(context, flags, say);
	return await withSources(context, async (open, settings) => {
		const found = await look(context, flags, open, settings);
		say(found);
		return found.isIdle ? nobody : somebody;
	});
};
