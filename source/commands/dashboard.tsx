import type {Flags} from './command.ts';

/** The dashboard. */
export const dashboard = async (_flags: Flags, _version: string): Promise<number> => {
	process.stderr.write('tautop: The dashboard is not built yet.\n');
	return 1;
};
