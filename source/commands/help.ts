import type {Command} from './command.ts';
import {findCommand, unknownCommand} from './index.ts';
import {commandHelp} from './line/help.ts';
import {programHelp} from './line/program-help.ts';

/** `tautop help` is `tautop --help`, `tautop help COMMAND` is `tautop COMMAND --help`. */
export const help: Command = {
	name: 'help',
	summary: 'what there is; of one command, its flags and examples',
	examples: {
		'tautop help': 'all commands',
		'tautop help history': 'one of them, as does tautop history --help',
	},
	usage: '[COMMAND]',
	args: {min: 0, max: 1},
	completes: 'command',
	flags: [],
	run: async ({args: [name], stdout}) => {
		if (name === undefined) {
			stdout.write(await programHelp());
			return 0;
		}
		const command = await findCommand(name);
		if (!command) throw unknownCommand(name);
		stdout.write(commandHelp(command));
		return 0;
	},
};
