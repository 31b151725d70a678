import {AppError} from '../../domain/app-error.ts';
import {nearest} from '../../domain/text/nearest.ts';
import type {Asked} from '../../listen/listen.ts';
import {jsonReply, type Reply} from '../../listen/reply.ts';
import type {OpenSources} from '../../questions/sources.ts';
import {findView} from '../../views/index.ts';
import type {Command, Context, Flag} from '../command.ts';
import {findCommand} from '../index.ts';
import {documentFlags, flagsOf, outputFlags, watchFlags} from '../line/flags.ts';
import {parseFlags} from '../line/parse-flags.ts';
import {lineFlags} from '../now-line/flags.ts';
import {perform} from '../run/run-command.ts';

/** How to print is settled: as JSON, once. */
const printing = new Set([...outputFlags, ...documentFlags, ...watchFlags, ...lineFlags].map(({name}) => name));

/** What may be asked for in an address. */
const parametersOf = ({flags}: Command): readonly Flag[] => flags.filter(({name}) => !printing.has(name));

const unknown = ({name}: Command, parameter: string, known: readonly string[]): AppError => {
	const near = nearest(parameter, known);
	const hint = near === null ? `It takes: ${known.join(', ') || 'nothing'}.` : `Did you mean ${near}?`;
	return new AppError('usage', `/api/${name} takes no such parameter.`, {hint});
};

const yes = /^(?:|1|true|yes|on)$/i;
const no = /^(?:0|false|no|off)$/i;

const wordOf = ({name, type}: Flag, value: string): readonly string[] => {
	if (type !== 'boolean') {
		if (value === '') throw new AppError('usage', `${name} needs a value.`, {hint: `Write ${name}=VALUE.`});
		return [`--${name}=${value}`];
	}
	if (yes.test(value)) return [`--${name}`];
	if (no.test(value)) return [];
	throw new AppError('usage', `${name} must be true or false.`, {hint: `Write ${name}=true, or leave it out.`});
};

/** The command line that says what the parameters say. */
const lineOf = (command: Command, parameters: URLSearchParams): readonly string[] => {
	const known = new Map(parametersOf(command).map(flag => [flag.name, flag]));
	return [...parameters].flatMap(([name, value]) => {
		const flag = known.get(name);
		if (!flag) throw unknown(command, name, [...known.keys()]);
		return wordOf(flag, value);
	});
};

const noView = (): AppError => new AppError('not-found', 'There is no view of this name.', {hint: 'The list is at /.'});

/** What the views need of the program around them. */
export type ApiDeps = Pick<OpenSources, 'sources' | 'listen'> & Pick<Context, 'now' | 'version'>;

const nowhere = {write: () => undefined, isTTY: false, columns: 80};

/** `/api/VIEW/ARGUMENT?days=7`: what the command prints with `--json`. Throws what the command throws. */
export const answerView = async (
	{parts: [name = '', ...args], parameters, signal}: Pick<Asked, 'parts' | 'parameters' | 'signal'>,
	{sources, listen, now, version}: ApiDeps,
): Promise<Reply> => {
	const command = findView(name) && (await findCommand(name));
	if (!command) throw noView();
	const {flags} = parseFlags(lineOf(command, parameters), flagsOf(command));
	let body = '';
	await perform(command, {
		args,
		flags: {...flags, json: true},
		open: async () => ({sources, listen, close: async () => undefined}),
		keep: () => Promise.reject(noView()),
		surroundings: () => Promise.reject(noView()),
		prompt: async () => null,
		outside: () => ({size: null, terminal: async () => null}),
		version,
		stdout: {
			...nowhere,
			write: text => {
				body += text;
			},
		},
		stderr: nowhere,
		pause: async () => undefined,
		screen: async () => null,
		now,
		signal,
		interruptedBy: () => null,
		timeZone: null,
		color: false,
		ascii: false,
	});
	return jsonReply(body);
};
