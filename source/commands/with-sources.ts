import {type DashboardSettings, standingWarnings} from '../domain/settings.ts';
import type {OpenSources} from '../sources.ts';
import type {Context} from './command.ts';

/** Opens the sources, tells the configuration's warnings on stderr, and closes them whatever happens. */
export const withSources = async <Result>(
	context: Context,
	use: (open: OpenSources, settings: DashboardSettings) => Promise<Result>,
): Promise<Result> => {
	const open = await context.open();
	try {
		const settings = await open.sources.settings(null, context.signal);
		for (const warning of standingWarnings(settings)) context.stderr.write(`tautop: ${warning}\n`);
		return await use(open, settings);
	} finally {
		await open.close();
	}
};
