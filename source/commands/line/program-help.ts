import {wrapWords} from '../../canvas/wrap.ts';
import {commandGroups} from '../index.ts';
import {exitWords} from './exit-words.ts';
import {programFlags} from './flags.ts';
import {aligned, called, commandLines, flagLines} from './help.ts';

/** `tautop --help`. Ends with a line feed. */
export const programHelp = async (): Promise<string> => {
	const groups = await Promise.all(
		commandGroups.map(async ({title, entries}) => ({
			title,
			commands: await Promise.all(entries.map(({load}) => load())),
		})),
	);
	const width = Math.max(...groups.flatMap(({commands}) => commands.map(command => called(command).length)));
	const lines = [
		'tautop: top for Tautulli. A dashboard of a Plex server, in the terminal.',
		'',
		'Usage: tautop [flags]              the dashboard; ? shows its keys',
		'       tautop COMMAND [flags]      one answer, for people, scripts and timers',
		'       tautop help COMMAND         its flags, and examples',
		'',
		...groups.flatMap(({title, commands}) => [title, ...commandLines(commands, width), '']),
		'Flags of the program',
		...flagLines(programFlags),
		'',
		'Exit codes',
		...aligned(exitWords),
		'',
		...wrapWords('No flag takes a secret: keys and tokens belong in config.yaml or the environment.', 80),
	];
	return `${lines.join('\n')}\n`;
};
