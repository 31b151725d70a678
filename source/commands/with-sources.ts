import {type DashboardSettings, standingWarnings} from '../domain/settings.ts';
import type {OpenSources} from '../questions/sources.ts';
import type {Context} from './command.ts';

/** Opens the sources, tells warnings and what is odd on stderr, each once, and closes them whatever happens. */
export const withSources = async <Result>(
	context: Context,
	use: (open: OpenSources, settings: DashboardSettings) => Promise<Result>,
): Promise<Result> => {
	const open = await context.open();
	const told = new Set<string>();
	const tell = (sentence: string): void => {
		if (!told.has(sentence)) context.stderr.write(`tautop: ${sentence}\n`);
		told.add(sentence);
	};
	// What is found before the first answer is in the settings, what is found later is an event.
	const unlisten = open.listen(event => {
		if (event.type === 'odd') tell(event.sentence);
	});
	try {
		const settings = await open.sources.settings(null, context.signal);
		for (const sentence of [...standingWarnings(settings), ...settings.odd]) tell(sentence);
		return await use(open, settings);
	} finally {
		unlisten();
		await open.close();
	}
};
