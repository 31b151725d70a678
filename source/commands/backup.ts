import path from 'node:path';
import {formatBytes} from '../canvas/format.ts';
import type {Command} from './command.ts';
import {outputFlags} from './line/flags.ts';
import {formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

/** `tautop backup FILE`: a copy of the database, of one moment, while everything runs. */
export const backup: Command = {
	name: 'backup',
	summary: 'copy the database to a new file while everything runs',
	examples: {
		'tautop backup tautop-copy.db': 'beside you',
		'tautop backup /srv/backup/tautop.db --json': 'from a script',
	},
	usage: 'FILE',
	args: {min: 1, max: 1},
	completes: 'file',
	flags: outputFlags,
	refuses: {days: 'A copy holds everything.'},
	needs: 'store',
	run: async context => {
		formatOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const {file, bytes} = await sources.backup({file: path.resolve(context.args[0] ?? '')}, context.signal);
			printReport(context, settings, {
				json: {file, bytes},
				table: {columns: ['file', 'bytes'], rows: [[file, bytes]]},
				draw: () => [[{text: `The database was copied to ${file} (${formatBytes(bytes)}).`}]],
			});
			return 0;
		});
	},
};
