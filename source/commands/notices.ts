import type {Row} from '../canvas/row.ts';
import {loadConfig} from '../config/load.ts';
import type {NoticesConfig} from '../config/notices.ts';
import {formatSpan} from '../domain/duration.ts';
import type {Notice, NoticeRule} from '../domain/notices.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Json} from '../export/json.ts';
import {type Ran, runCommand} from '../open/notices/run-command.ts';
import type {Command, Context, Flag} from './command.ts';
import {hasFlag} from './line/flag-values.ts';
import {outputFlags} from './line/flags.ts';
import {openRing} from './ring.ts';
import {formatOf, printReport} from './run/report.ts';

const testFlag: Flag = {
	name: 'test',
	type: 'boolean',
	summary: 'tell something now, in every way that is configured',
};

/** What became of a notice that was sent to try the ways. */
type Tried = {
	/** False: there is no terminal here. */
	readonly rang: boolean;
	/** Null: no command is configured. */
	readonly ran: Ran | null;
};

const testNotice = (server: string | null, at: number): Notice => ({
	kind: 'test',
	back: false,
	text: 'this is a test',
	who: null,
	server,
	at,
	values: {},
});

const tryWays = async (
	{stdout, signal}: Context,
	config: NoticesConfig,
	env: Readonly<Record<string, string | undefined>>,
	notice: Notice,
): Promise<Tried> => {
	const rang = stdout.isTTY && (config.bell || config.desktop);
	if (rang) openRing(stdout.write, env)(notice.text, config);
	return {rang, ran: config.run && (await runCommand(config.run, notice, signal))};
};

const ruleWords = ({when, above, forSeconds}: NoticeRule): string => {
	const mark = above === null ? '' : ` above ${above}${when === 'wan' ? ' Mb/s' : ''}`;
	return `${when}${mark}${forSeconds === 0 ? '' : ` for ${formatSpan(forSeconds)}`}`;
};

const ruleJson = ({when, above, forSeconds}: NoticeRule) => ({when, above, for_seconds: forSeconds});

const jsonOf = ({rules, everySeconds, bell, desktop, run}: NoticesConfig, tried: Tried | null): Json => ({
	rules: rules.map(ruleJson),
	every_seconds: everySeconds,
	bell,
	desktop,
	run: run !== null,
	test: tried && {rang: tried.rang, run: tried.ran && {error: tried.ran.trouble, output: tried.ran.output}},
});

/** What was tried, a way a line; where no command is configured it has none. */
const triedTable = ({rang, ran}: Tried): DataTable => ({
	columns: ['way', 'result', 'output'],
	rows: [
		['terminal', rang ? 'rung' : 'not rung', null],
		...(ran ? [['notices.run', ran.trouble ?? 'went well', ran.output]] : []),
	],
});

const tableOf = ({rules}: NoticesConfig): DataTable => ({
	columns: ['when', 'above', 'for_seconds'],
	rows: rules.map(({when, above, forSeconds}) => [when, above, forSeconds]),
});

const waysWords = ({bell, desktop, run}: NoticesConfig): string =>
	[bell ? 'the bell' : '', desktop ? 'the desktop' : '', run ? 'notices.run' : ''].filter(Boolean).join(', ') || 'none';

const triedRows = ({rang, ran}: Tried): readonly Row[] => [
	[{text: rang ? 'This terminal was rung.' : 'Nothing was rung here.'}],
	...(ran === null
		? [[{text: 'No command is configured.'}]]
		: [[{text: `notices.run ${ran.trouble ?? 'went well'}.`, ...(ran.trouble !== null && {role: 'bad' as const})}]]),
	...(ran?.output ? [[{text: `  ${ran.output}`, role: 'dim' as const}]] : []),
];

const draw = (config: NoticesConfig, tried: Tried | null): readonly Row[] => {
	if (tried) return triedRows(tried);
	if (config.rules.length === 0) return [[{text: 'Nothing is told by itself: notices.rules is empty.'}]];
	return [
		...config.rules.map((rule): Row => [{text: ruleWords(rule)}]),
		[],
		[{text: `At most one of a rule in ${formatSpan(config.everySeconds)}, by ${waysWords(config)}.`, role: 'dim'}],
	];
};

/** `tautop notices`: what the rules are for, and a try of the ways in which they tell it. */
export const notices: Command = {
	name: 'notices',
	summary: 'what is told by itself, and how',
	help: 'The rules are those of the configuration (notices). With --test, notices.run is run with a notice of the kind "test", and this terminal is rung; it ends with 1 where the command failed.',
	examples: {
		'tautop notices': 'the rules, and how they tell something',
		'tautop notices --test': 'whether a notice comes through',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: [testFlag, ...outputFlags],
	refuses: {demo: 'Nothing is told of the demo.'},
	run: async context => {
		formatOf(context);
		const surroundings = await context.surroundings();
		const {notices: config, name} = loadConfig(surroundings);
		const notice = testNotice(name, context.now());
		const tried = hasFlag(context, 'test') ? await tryWays(context, config, surroundings.env, notice) : null;
		printReport(
			context,
			{ascii: false, timezone: null},
			{
				json: jsonOf(config, tried),
				table: tried ? triedTable(tried) : tableOf(config),
				draw: () => draw(config, tried),
			},
		);
		return tried?.ran?.trouble ? 1 : 0;
	},
};
