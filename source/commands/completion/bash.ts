import type {Command, Completes} from '../command.ts';
import {flagsOf} from '../line/flags.ts';
import {type Completion, flagsWithValue, quoted, sharedFlags, takesValue, typedForms, valuesOf} from './model.ts';

/** A call that offers what fits what is typed. */
const offer = (completes: Completes | null, {commands}: Completion): string => {
	if (completes === null) return ':';
	if (completes === 'file') return '_tautop_files';
	if (completes === 'command') return `_tautop_offer ${quoted(commands.map(({name}) => name).join('\n'))}`;
	if (typeof completes === 'string') return `_tautop_offer "$(_tautop_names ${completes})"`;
	return `_tautop_offer ${quoted(completes.join('\n'))}`;
};

const valueLines = (completion: Completion): readonly string[] =>
	sharedFlags(completion)
		.filter(({flag}) => takesValue(flag))
		.map(({flag, commands}) => {
			const isProgram = completion.program.some(({name}) => name === flag.name);
			const patterns = isProgram ? [`*:--${flag.name}`] : commands.map(name => `${name}:--${flag.name}`);
			return `\t\t${patterns.join('|')}) ${offer(valuesOf(flag), completion)} ;;`;
		});

const flagLine = (command: Pick<Command, 'name' | 'flags'>): string =>
	`\t\t${command.name === '' ? "''" : command.name}) flags=${quoted(
		flagsOf(command).flatMap(typedForms).join('\n'),
	)} ;;`;

const argumentLines = (completion: Completion): readonly string[] =>
	completion.commands.flatMap(({name, completes}) =>
		completes === undefined ? [] : [`\t\t${name}) ${offer(completes, completion)} ;;`],
	);

/** For bash from 3.2 on, which macOS still has: no associative arrays, no mapfile, no bash-completion needed. */
export const bashScript = (
	completion: Completion,
): string => `# Completion of tautop for bash, made by: tautop completion bash
_tautop_names() {
	tautop __names "$1" "\${COMP_WORDS[@]:1}" 2>/dev/null
}

_tautop_files() {
	local IFS=$'\\n'
	compopt -o filenames 2>/dev/null
	COMPREPLY=($(compgen -f -- "$typed"))
}

# Makes the line mean itself between the quotes that are open: names come from servers, and may look like a $(command).
_tautop_escape() {
	local rest=$line sign
	line=''
	while [[ -n $rest ]]; do
		sign=\${rest:0:1} rest=\${rest:1}
		case $quote$sign in
		"''") sign="'\\\\''" ;;
		'"\\' | '""' | '"$' | '"\`') sign="\\\\$sign" ;;
		esac
		line+=$sign
	done
}

# Those lines that begin with what is typed, as the shell takes them.
_tautop_offer() {
	local line restore
	restore=$(shopt -p nocasematch)
	shopt -s nocasematch
	while IFS= read -r line; do
		[[ -n $line && $line == "$typed"* ]] || continue
		# Between such quotes nothing makes a ! mean itself.
		[[ $quote == '"' && $line == *!* ]] && continue
		if [[ -z $quote ]]; then
			printf -v line '%q' "$line"
		elif [[ $line == *[\\\\\\"\\$\\\`\\']* ]]; then
			_tautop_escape
		fi
		COMPREPLY+=("$line")
	done <<<"$1"
	eval "$restore"
}

_tautop() {
	local cur=\${COMP_WORDS[COMP_CWORD]} last=\${COMP_WORDS[COMP_CWORD-1]}
	local command='' flag='' flags='' quote='' typed word index
	COMPREPLY=()
	if [[ $cur == = ]]; then
		flag=$last cur=''
	elif [[ $last == = ]]; then
		flag=\${COMP_WORDS[COMP_CWORD-2]}
	else
		flag=$last
	fi
	for ((index = 1; index < COMP_CWORD; index++)); do
		word=\${COMP_WORDS[index]}
		case $word in
		${flagsWithValue(completion).join('|')})
			index=$((index + 1))
			if [[ \${COMP_WORDS[index]} == = ]]; then index=$((index + 1)); fi
			;;
		-* | =) ;;
		*) if [[ -z $command ]]; then command=$word; fi ;;
		esac
	done
	typed=$cur
	case $typed in
	\\'*) quote="'" typed=\${typed:1} ;;
	\\"*) quote='"' typed=\${typed:1} typed=\${typed//\\\\/} ;;
	*) typed=\${typed//\\\\/} ;;
	esac
	case $command:$flag in
${valueLines(completion).join('\n')}
	*)
		case $command in
${[{name: '', flags: []}, ...completion.commands].map(flagLine).join('\n')}
		esac
		if [[ $cur == -* ]]; then
			_tautop_offer "$flags"
			return
		fi
		case $command in
		'') ${offer('command', completion)} ;;
${argumentLines(completion).join('\n')}
		esac
		;;
	esac
}

complete -F _tautop tautop
`;
