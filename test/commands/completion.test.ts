import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {findCommand} from '../../source/commands/index.ts';
import {runFake} from '../helpers/run-fake.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

const scriptOf = async (shell: string): Promise<string> => {
	const command = await findCommand('completion');
	if (!command) throw new Error('no command completion');
	const {stdout} = await runFake(command, {args: [shell]});
	const file = path.join(tempFolder(), `completion.${shell}`);
	writeFileSync(file, stdout);
	return file;
};

const linesOf = (shell: string, ...args: readonly string[]): string[] => {
	const {stdout, stderr} = spawnSync(shell, args, {encoding: 'utf8', cwd: import.meta.dirname});
	expect(stderr).toBe('');
	return stdout
		.split('\n')
		.map(line => (line.split('\t')[0] ?? '').replaceAll('\\', ''))
		.filter(line => line !== '');
};

const named = "tautop() { [[ $1 == __names && $2 == user ]] && printf '%s\\n' Nadia 'Aunt Ruth'; }";

/** What a shell offers behind the words of a line, the last of which is being typed. */
const asks: Readonly<Record<string, (file: string, words: readonly string[]) => string[]>> = {
	bash: (file, words) =>
		linesOf(
			'bash',
			'--norc',
			'-c',
			`source "$1"; ${named}; COMP_WORDS=("\${@:2}"); COMP_CWORD=$(($# - 2)); _tautop; printf '%s\\n' "\${COMPREPLY[@]}"`,
			'bash',
			file,
			...words,
		),
	zsh: (file, words) => linesOf('zsh', '-f', 'capture.zsh', file, words.join(' ')),
	fish: (file, words) =>
		linesOf(
			'fish',
			'--no-config',
			'-c',
			`function tautop; test "$argv[1..2]" = '__names user'; and printf '%s\\n' Nadia 'Aunt Ruth'; end; source ${file}; complete -C '${words.join(' ')}'`,
		),
};

const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

describe.each(Object.entries(asks))('%s', (shell, ask) => {
	test.skipIf(!isThere(shell)).each([
		['tautop wee', ['weekdays']],
		['tautop hours --us', ['--user']],
		['tautop hours --draw ', ['bars', 'map']],
		['tautop hours --decision t', ['transcode']],
		['tautop users --sort total_', ['total_duration', 'total_plays']],
		['tautop users --user ', ['Aunt Ruth', 'Nadia']],
		['tautop user ', ['Aunt Ruth', 'Nadia']],
		['tautop --config a.yaml user n', ['Nadia']],
		['tautop user --config a.yaml n', ['Nadia']],
		['tautop help lib', ['libraries']],
		['tautop completion ', ['bash', 'fish', 'zsh']],
		['tautop backup capture', ['capture.zsh']],
		['tautop --log-level w', ['warn']],
		['tautop hours --look', ['--look-only']],
	])('%j', async (line, offered) => {
		expect(ask(await scriptOf(shell), line.split(' ')).toSorted()).toEqual(offered);
	});

	test.runIf(!isThere(shell))(`was left out: ${shell} is not installed here`, () => {
		expect(isThere(shell)).toBe(false);
	});
});

/** What bash makes of a line that was completed behind `open`: the words of the command, or a trace of what was run. */
const completedBy = async (open: string, names: readonly string[]): Promise<string[]> => {
	const script = `source "$1"; tautop() { printf '%s\\n' "\${names[@]}"; }; names=("\${@:3}"); COMP_WORDS=(tautop user "$2"); COMP_CWORD=2; _tautop
for reply in "\${COMPREPLY[@]}"; do eval "printf '%s\\n' \${2:0:1}$reply\${2:0:1}"; done`;
	const args = ['--norc', '-c', script, 'bash', await scriptOf('bash'), open, ...names];
	const {stdout, stderr} = spawnSync('bash', args, {encoding: 'utf8'});
	expect(stderr).toBe('');
	return stdout.split('\n').filter(line => line !== '');
};

describe.skipIf(!isThere('bash'))('bash runs nothing of a name, whatever quote is open', () => {
	const names = [
		'Zed$(echo ran)',
		'Zed`echo ran`',
		'Zed";echo ran;"',
		"Zed';echo ran;'",
		'Zed\\',
		'Zed$HOME',
		'Zed & Zoe',
	];

	test.each(['"Z', "'Z"])('%s', async open => {
		expect(await completedBy(open, names)).toEqual(names);
	});

	test('what is escaped already is completed further', async () => {
		expect(await completedBy('"Zed\\$(', names)).toEqual(['Zed$(echo ran)']);
	});

	test('what recalls an older command is left out where nothing hinders it', async () => {
		expect(await completedBy('"Z', ['Zed!!', 'Zoe'])).toEqual(['Zoe']);
		expect(await completedBy("'Z", ['Zed!!', 'Zoe'])).toEqual(['Zed!!', 'Zoe']);
	});
});

test('a shell that there is not is a usage error with the nearest', async () => {
	const command = await findCommand('completion');
	if (!command) throw new Error('no command completion');
	const {code, stderr} = await runFake(command, {args: ['fsih']});
	expect({code, stderr}).toEqual({
		code: 2,
		stderr: 'tautop: There is no completion for "fsih".\n  Did you mean fish?\n',
	});
});
