import type {Command, Completes, Flag} from '../command.ts';
import {flagsOf} from '../line/flags.ts';
import {type Completion, quoted, takesValue, typedForms, valuesOf} from './model.ts';

const escaped = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');

/** The action of zsh's `_arguments` for a value. */
const action = (completes: Completes | null): string => {
	if (completes === null) return ' ';
	if (completes === 'file') return '_files';
	if (completes === 'command') return '_tautop_commands';
	if (typeof completes === 'string') return `_tautop_names ${completes}`;
	return `(${completes.map(word => escaped(word).replaceAll(' ', '\\ ')).join(' ')})`;
};

const spec = (flag: Flag): string => {
	const {summary, value = 'N', multiple = false} = flag;
	if (takesValue(flag)) {
		const repeated = multiple ? '*' : '';
		return quoted(`${repeated}--${flag.name}=[${escaped(summary)}]:${escaped(value)}:${action(valuesOf(flag))}`);
	}
	return typedForms(flag)
		.map(form => quoted(`${form}[${escaped(summary)}]`))
		.join(' ');
};

const argument = ({completes, args: {max}, usage}: Command): readonly string[] => {
	if (max === 0) return [];
	const words = escaped(usage.replaceAll(/[[\].]/g, ''));
	return [quoted(`${max > 1 ? '*' : '1'}:${words}:${action(completes ?? null)}`)];
};

const commandCase = (command: Command): string =>
	`\t\t${command.name}) _arguments -s ${[...flagsOf(command).map(spec), ...argument(command)].join(' \\\n\t\t\t')} ;;`;

/** For zsh, sourced or in a folder of `fpath`. */
export const zshScript = ({commands, program}: Completion): string => `#compdef tautop
# Completion of tautop for zsh, made by: tautop completion zsh
_tautop_names() {
	local -a names
	# _arguments puts options for compadd before the kind.
	names=("\${(@f)$(tautop __names $argv[-1] "\${tautop_line[@]}" 2>/dev/null)}")
	names=(\${names:#})
	compadd "\${(@)argv[1,-2]}" -M 'm:{[:lower:]}={[:upper:]}' -a names
}

_tautop_commands() {
	local -a commands
	commands=(
${commands.map(({name, summary}) => `\t\t${quoted(`${name}:${escaped(summary)}`)}`).join('\n')}
	)
	_describe -t commands command commands
}

_tautop() {
	local curcontext="$curcontext" state line ret=1
	local -a tautop_line
	local -A opt_args
	tautop_line=("\${(@Q)words[2,-1]}")
	_arguments -s -C -A '-*' ${program.map(spec).join(' \\\n\t\t')} \\
		'1:command:_tautop_commands' '*::argument:->argument' && ret=0
	if [[ $state == argument ]]; then
		curcontext="\${curcontext%:*:*}:tautop-$line[1]:"
		case $line[1] in
${commands.map(commandCase).join('\n')}
		esac && ret=0
	fi
	return ret
}

if [[ $funcstack[1] == _tautop ]]; then _tautop "$@"; else compdef _tautop tautop; fi
`;
