import type {Row, Span} from '../canvas/row.ts';
import {wrapWords} from '../canvas/wrap.ts';
import {exampleText} from '../config/example-file.ts';
import {type ExplainedValue, type Explanation, explainConfig} from '../config/explain.ts';
import type {Origin} from '../config/origins.ts';
import {userConfigPath} from '../config/paths.ts';
import {valueText} from '../config/shown-value.ts';
import {AppError} from '../domain/app-error.ts';
import {standingWarnings} from '../domain/settings.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Json} from '../export/json.ts';
import {aboutRows} from './about-server.ts';
import type {Command, Flag} from './command.ts';
import {hasFlag} from './line/flag-values.ts';
import {outputFlags} from './line/flags.ts';
import {formatOf, printReport} from './run/report.ts';

const pathFlag: Flag = {name: 'path', type: 'boolean', summary: 'only the path of the file, where one is read'};

const exampleFlag: Flag = {
	name: 'example',
	type: 'boolean',
	summary: 'every key with its default and meaning, as a file to begin with',
};

const nameOf = (origin: Origin): string | null => ('name' in origin ? origin.name : null);
const fileOf = (origin: Origin): string | null => ('file' in origin ? origin.file : null);
const lineOf = (origin: Origin): number | null => (origin.from === 'file' ? origin.line : null);

const entryOf = ({key, state, value, origin}: ExplainedValue) => ({
	key,
	state,
	value,
	from: origin.from,
	name: nameOf(origin),
	file: fileOf(origin),
	line: lineOf(origin),
});

const explanationJson = (told: Explanation): Json => ({
	file: told.file,
	by: told.by,
	server: told.server,
	configured: told.configured,
	trouble: told.trouble && {message: told.trouble.message, hint: told.trouble.hint},
	warnings: standingWarnings(told),
	values: told.values.map(entryOf),
});

const explanationTable = ({values}: Explanation): DataTable => ({
	columns: ['key', 'state', 'value', 'from', 'name', 'file', 'line'],
	rows: values.map(({value, ...one}) => {
		const {key, state, from, name, file, line} = entryOf({...one, value});
		return [key, state, valueText(value), from, name, file, line];
	}),
});

const originText = (origin: Origin): string => {
	if (origin.from === 'file') return `line ${origin.line}`;
	if (origin.from === 'default') return 'default';
	return origin.from === 'variable' && origin.file !== null ? `.env: ${origin.name}` : origin.name;
};

const valueSpan = ({state, value}: ExplainedValue): Span => {
	if (state === 'wrong') return {text: 'wrong, not shown', role: 'bad'};
	if (state === 'unset') return {text: 'not set', role: 'dim'};
	const text = valueText(value);
	if (state === 'secret') return {text: text === '' ? 'set, not shown' : `${text}: set, not shown`};
	return text === '' ? {text: 'empty', role: 'dim'} : {text};
};

/** The value comes last and goes on under itself: a path that is cut is of no use. */
const valueRows = (one: ExplainedValue, [keyWidth, originWidth]: readonly [number, number], width: number): Row[] => {
	const key = one.key.slice(one.key.indexOf('.') + 1).padEnd(keyWidth);
	const origin = originText(one.origin).padEnd(originWidth);
	const {text, role} = valueSpan(one);
	const indent = keyWidth + originWidth + 6;
	return wrapWords(text, Math.max(20, width - indent)).map((part, index): Row => {
		const span: Span = role === undefined ? {text: part} : {text: part, role};
		if (index > 0) return [{text: ' '.repeat(indent)}, span];
		return [{text: `  ${key}  `}, {text: `${origin}  `, role: 'dim'}, span];
	});
};

const headRows = ({file, by}: Explanation): Row[] =>
	file === null
		? [[{text: 'No configuration file is read.', role: 'bold'}]]
		: [[{text: file, role: 'bold'}, ...(by === null ? [] : [{text: `  from ${by}`, role: 'dim'} as const])]];

const draw = (told: Explanation, width: number): Row[] => {
	const widths = [
		Math.max(...told.values.map(({key}) => key.length - key.indexOf('.') - 1)),
		Math.max(...told.values.map(({origin}) => originText(origin).length)),
	] as const;
	const sections = new Map<string, ExplainedValue[]>();
	for (const one of told.values) {
		const section = one.key.slice(0, one.key.indexOf('.'));
		sections.set(section, [...(sections.get(section) ?? []), one]);
	}
	return [
		...headRows(told),
		...aboutRows(told.server, told.servers),
		...[...sections].flatMap(([section, values]): Row[] => [
			[],
			[{text: section, role: 'bold'}],
			...values.flatMap(one => valueRows(one, widths, width)),
		]),
	];
};

/** `tautop config`: every key, what counts for it, and where that comes from; secrets are not shown. */
export const config: Command = {
	name: 'config',
	summary: 'every key of the configuration, its value, and where that comes from',
	examples: {
		'tautop config': 'every key, what counts for it, and where that comes from',
		'tautop config --path': 'just the path of the file, for an editor',
		'tautop config --example > config.yaml': 'a file with every key, to be filled in',
	},
	help: 'Secrets are not shown. It explains a configuration that cannot be used, too, and then ends with 78.',
	usage: '',
	args: {min: 0, max: 0},
	flags: [pathFlag, exampleFlag, ...outputFlags],
	refuses: {demo: 'The demo has no configuration file; tautop demo prints one that connects to it.'},
	run: async context => {
		formatOf(context);
		if (hasFlag(context, 'example')) {
			context.stdout.write(exampleText());
			return 0;
		}
		const surroundings = await context.surroundings();
		const told = explainConfig(surroundings);
		if (hasFlag(context, 'path')) {
			if (told.file === null && told.trouble) throw AppError.fromJSON(told.trouble);
			if (told.file === null) {
				throw new AppError('not-found', 'No configuration file is read.', {
					hint: `Yours would be ${userConfigPath(surroundings)}.`,
				});
			}
			context.stdout.write(`${told.file}\n`);
			return 0;
		}
		printReport(
			context,
			{ascii: false, timezone: null},
			{
				json: explanationJson(told),
				table: explanationTable(told),
				draw: ({width}) => draw(told, width),
			},
		);
		for (const sentence of standingWarnings(told)) context.stderr.write(`tautop: ${sentence}\n`);
		if (told.trouble) throw AppError.fromJSON(told.trouble);
		return 0;
	},
};
