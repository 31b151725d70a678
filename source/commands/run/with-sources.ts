import {AppError} from '../../domain/app-error.ts';
import {asTyped} from '../../domain/command-flags.ts';
import {type DashboardSettings, standingWarnings} from '../../domain/settings.ts';
import type {OpenSources} from '../../questions/sources.ts';
import type {Context} from '../command.ts';
import {typedFlags} from '../line/flag-values.ts';

/** Opens the sources, tells warnings and what is odd on stderr, each once, and closes them whatever happens. */
export const withSources = async <Result>(
	context: Context,
	use: (open: OpenSources, settings: DashboardSettings) => Promise<Result>,
): Promise<Result> => {
	const open = await context.open();
	const flags = typedFlags(context);
	const told = new Set<string>();
	const tell = (sentence: string): void => {
		if (!told.has(sentence)) context.stderr.write(`tautop: ${asTyped(sentence, flags)}\n`);
		told.add(sentence);
	};
	// What is found before the first answer is in the settings, what is found later is an event.
	const unlisten = open.listen(event => {
		if (event.type === 'odd') tell(event.sentence);
	});
	try {
		const settings = await open.sources.settings(null, context.signal);
		const standing = [...standingWarnings(settings), ...settings.odd];
		try {
			return await use(open, settings);
		} catch (error) {
			// What the error will say is said once.
			for (const sentence of standing)
				if (error instanceof AppError && sentence.startsWith(error.message)) told.add(sentence);
			throw error;
		} finally {
			for (const sentence of standing) tell(sentence);
		}
	} finally {
		unlisten();
		await open.close();
	}
};
