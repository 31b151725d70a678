import type {Command} from './command.ts';

/** `tautop version`; alone on its line it is answered in `cli.ts`, which loads nothing. */
export const version: Command = {
	name: 'version',
	summary: 'the version',
	examples: {
		'tautop version': 'just the number',
		'tautop version --help': 'this text',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: [],
	run: async context => {
		context.stdout.write(`${context.version}\n`);
		return 0;
	},
};
