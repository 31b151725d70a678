import type {Completes} from '../command.ts';
import {type Completion, flagsWithValue, sharedFlags, takesValue, valuesOf} from './model.ts';

/** A text in single quotes: fish has escapes in them. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Words in quotes of their own, since fish reads the list as if it were typed. */
const wordList = (words: readonly string[]): string =>
	quoted(words.map(word => (/\W/.test(word) ? quoted(word) : word)).join(' '));

/** The part of `complete` that says what may stand there. */
const candidates = (completes: Completes | null, {commands}: Completion): string => {
	if (completes === null) return '';
	if (completes === 'file') return ' -F';
	if (completes === 'command') return ` -a ${wordList(commands.map(({name}) => name))}`;
	if (typeof completes === 'string') return ` -a '(__tautop_names ${completes})'`;
	return ` -a ${wordList(completes)}`;
};

const flagLines = (completion: Completion): readonly string[] =>
	sharedFlags(completion).flatMap(({flag, commands}) => {
		const isProgram = completion.program.some(({name}) => name === flag.name);
		const where = isProgram ? '' : ` -n '__tautop_in ${commands.join(' ')}'`;
		const values = valuesOf(flag);
		const value = takesValue(flag) ? `${values === 'file' ? ' -r' : ' -x'}${candidates(values, completion)}` : '';
		const short = flag.short === undefined ? '' : ` -s ${flag.short[0]}`;
		const line = `complete -c tautop${where}${short} -l ${flag.name}${value} -d ${quoted(flag.summary)}`;
		return flag.name === 'color' ? [line, `complete -c tautop -l no-color -d 'no colours'`] : [line];
	});

/** For fish from 3.0 on. */
export const fishScript = (
	completion: Completion,
): string => `# Completion of tautop for fish, made by: tautop completion fish
function __tautop_names
	set -l words (commandline -opc)
	tautop __names $argv[1] $words[2..-1] 2>/dev/null
end

function __tautop_command
	set -l passes 0
	set -l words (commandline -opc)
	for word in $words[2..-1]
		if test $passes = 1
			set passes 0
			continue
		end
		switch $word
			case ${flagsWithValue(completion).join(' ')}
				set passes 1
			case '-*'
			case '*'
				echo $word
				return 0
		end
	end
	return 1
end

function __tautop_in
	set -l command (__tautop_command)
	and contains -- $command $argv
end

complete -c tautop -e
complete -c tautop -f
${completion.commands
	.map(({name, summary}) => `complete -c tautop -n 'not __tautop_command >/dev/null' -a ${name} -d ${quoted(summary)}`)
	.join('\n')}
${completion.commands
	.filter(({completes}) => completes !== undefined)
	.map(({name, completes}) => `complete -c tautop -n '__tautop_in ${name}'${candidates(completes ?? null, completion)}`)
	.join('\n')}
${flagLines(completion).join('\n')}
`;
