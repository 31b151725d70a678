import {AppError} from '../domain/app-error.ts';
import {didYouMean} from '../domain/text/nearest.ts';
import type {Command} from './command.ts';
import {bashScript} from './completion/bash.ts';
import {fishScript} from './completion/fish.ts';
import {type Completion, completionOf} from './completion/model.ts';
import {zshScript} from './completion/zsh.ts';

const scripts: Readonly<Record<string, (completion: Completion) => string>> = {
	bash: bashScript,
	zsh: zshScript,
	fish: fishScript,
};

const shells = Object.keys(scripts);

/** `tautop completion SHELL`: the script that has a shell complete commands, flags, their values and names. */
export const completion: Command = {
	name: 'completion',
	summary: 'the script with which bash, zsh or fish completes tautop',
	help: 'Users, libraries, collections and devices are completed from the local database, servers from the configuration; no server is asked. Print it again after an update of tautop, for new commands and flags.',
	examples: {
		'tautop completion bash > ~/.local/share/bash-completion/completions/tautop':
			'for bash with bash-completion; without it: source the file in ~/.bashrc',
		'tautop completion zsh > ~/.zfunc/_tautop': 'for zsh; before compinit, ~/.zshrc has: fpath+=~/.zfunc',
		'tautop completion fish > ~/.config/fish/completions/tautop.fish': 'for fish',
	},
	usage: 'SHELL',
	args: {min: 1, max: 1},
	completes: shells,
	flags: [],
	run: async ({args: [shell = ''], stdout}) => {
		const script = scripts[shell];
		if (!script) {
			throw new AppError('usage', `There is no completion for "${shell}".`, {
				hint: didYouMean(shell, shells) || 'There are bash, zsh and fish.',
			});
		}
		stdout.write(script(await completionOf()));
		return 0;
	},
};
