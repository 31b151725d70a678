import type {Command} from '../command.ts';
import {commandEntries} from '../index.ts';
import {programFlags} from './flags.ts';
import {commandLines, flagLines} from './help.ts';

const exitCodes = [
	'  0    well',
	'  1    failed in part, not found, no database, output that cannot be written, or a bug',
	'  2    wrong usage',
	'  69   a server is away, or what it answers is no use',
	'  75   another run is going on',
	'  77   a server refused the key',
	'  78   wrong configuration',
	'  130  interrupted; 143, 129, 131: ended by SIGTERM, SIGHUP, SIGQUIT',
];

/** `tautop --help`. Ends with a line feed. */
export const programHelp = async (): Promise<string> => {
	const commands: Command[] = await Promise.all(commandEntries.map(({load}) => load()));
	const lines = [
		'tautop: top for Tautulli. A dashboard of a Plex server, in the terminal.',
		'',
		'Usage: tautop [flags]              the dashboard',
		'       tautop COMMAND [flags]      one answer, for people, scripts and timers',
		'',
		'Commands',
		...commandLines(commands),
		'',
		'Each command has flags of its own, most of them to narrow what is counted: tautop COMMAND --help',
		'',
		'Flags of the program',
		...flagLines(programFlags),
		'',
		'Exit codes',
		...exitCodes,
		'',
		'No flag takes a secret: keys and tokens belong in config.yaml or the environment. Press ? in the dashboard for its keys.',
	];
	return `${lines.join('\n')}\n`;
};
