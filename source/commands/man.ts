import type {Command} from './command.ts';
import {manPage} from './man-page.ts';

/** `tautop man`: the manual page, which an installation puts where `man` finds it. */
export const man: Command = {
	name: 'man',
	summary: 'the manual page, as man reads it',
	examples: {
		'tautop man | man -l -': 'read it where man tautop does not find it',
		'tautop man > tautop.1': 'keep it',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: [],
	run: async ({stdout, version}) => {
		stdout.write(await manPage(version));
		return 0;
	},
};
