import {AppError} from '../domain/app-error.ts';
import {type Servers, unheardHealth} from '../domain/status.ts';
import {toJson} from '../export/json.ts';
import {aboutRows} from './about-server.ts';
import type {Command, Context} from './command.ts';
import {serversExitCode, serversJson, serversRows, serversTable} from './health.ts';
import {outputFlags} from './line/flags.ts';
import {formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

/** JSON says why even where no server could be asked, such as for a wrong configuration. */
const sayWhyNot = (context: Context, error: unknown): void => {
	if (!(error instanceof AppError) || formatOf(context) !== 'json') return;
	const health = {...unheardHealth, error: error.toJSON()};
	const servers: Servers = {tautulli: health, plex: null, plexConnected: null};
	context.stdout.write(toJson({server: null, ...serversJson(servers)}));
};

/** `tautop ping`: are both servers there, and which are they? The exit code is that of the worse one. */
export const ping: Command = {
	name: 'ping',
	summary: 'whether both servers answer, and which they are',
	examples: {
		'tautop ping': 'after a change of the configuration',
		'tautop ping --json': 'for a script or a monitor',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: outputFlags,
	run: async context => {
		formatOf(context);
		let printed = false;
		try {
			return await withSources(context, async ({sources}, settings) => {
				const servers = await sources.servers(null, context.signal);
				printed = true;
				printReport(context, settings, {
					json: {server: settings.server, ...serversJson(servers)},
					table: serversTable(servers),
					draw: frame => [...aboutRows(settings.server, settings.servers), ...serversRows(servers, frame)],
				});
				return serversExitCode(servers);
			});
		} catch (error) {
			if (!printed) sayWhyNot(context, error);
			throw error;
		}
	},
};
