import {AppError} from '../domain/app-error.ts';
import {cleanText} from '../domain/text/text.ts';
import {type Finding, type Placed, type SectionId, warning, wrong} from './finding.ts';

/** One look at one thing. It may find nothing worth a line, or several. */
export type Look = {
	readonly section: SectionId;
	/** How the line is called that says that it failed. */
	readonly name: string;
	/** It may take so long. */
	readonly seconds: number;
	/** What it means that it took longer; absent: a warning that nothing is known. */
	readonly late?: AppError;
	readonly look: (signal: AbortSignal) => Promise<readonly Finding[]> | readonly Finding[];
};

const lateFinding = ({name, seconds, late}: Look): Finding => {
	if (late) return wrong(name, late.toJSON());
	return warning(
		name,
		`This took longer than ${seconds} s, and was not waited for.`,
		'Try again when the machine is less busy.',
	);
};

/** A bug of ours, or something that nobody thought of: a line, and no reason to say nothing of all the rest. */
const failed = (name: string, error: unknown): Finding => ({
	name,
	state: 'wrong',
	text: `This could not be looked at: ${error instanceof Error ? error.message : String(error)}`,
	remedy: 'Please report it as a bug in tautop.',
	error: null,
	ms: null,
});

const cleaned = ({name, text, remedy, ...rest}: Finding): Finding => ({
	...rest,
	name,
	text: cleanText(text),
	remedy: remedy && cleanText(remedy),
});

/** What comes first: the end of the look, or of its time. */
const within = async (wanted: Look, signal: AbortSignal): Promise<readonly Finding[]> => {
	const limit = new AbortController();
	const ended = Promise.withResolvers<readonly Finding[]>();
	const timer = setTimeout(() => {
		limit.abort();
		ended.resolve([lateFinding(wanted)]);
	}, wanted.seconds * 1000);
	const interrupted = (): void => ended.reject(new AppError('cancelled', 'Cancelled.'));
	signal.addEventListener('abort', interrupted, {once: true});
	try {
		const looked = async () => await wanted.look(AbortSignal.any([limit.signal, signal]));
		return await Promise.race([looked(), ended.promise]);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', interrupted);
	}
};

/** Looks, whatever happens: what it throws is a line. Rejects only when cancelled. */
export const take = async (wanted: Look, signal: AbortSignal): Promise<Placed[]> => {
	const {section, name} = wanted;
	let found: readonly Finding[];
	try {
		signal.throwIfAborted();
		found = await within(wanted, signal);
	} catch (error) {
		if (signal.aborted) throw new AppError('cancelled', 'Cancelled.');
		found = [error instanceof AppError ? wrong(name, error.toJSON()) : failed(name, error)];
	}
	return found.map(finding => ({...cleaned(finding), section}));
};

/** One after another; the rest is left where one of them finds something wrong, since nothing behind it can be well. */
export const takeSteps = async (steps: readonly Look[], signal: AbortSignal): Promise<Placed[]> => {
	const found: Placed[] = [];
	for (const step of steps) {
		found.push(...(await take(step, signal)));
		if (found.some(({state}) => state === 'wrong')) break;
	}
	return found;
};
