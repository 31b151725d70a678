import {logLevels} from '../../config/log-levels.ts';
import type {Command, Flag} from '../command.ts';

/** The days back from now that are counted. */
export const daysFlag: Flag = {
	name: 'days',
	type: 'number',
	value: 'N',
	min: 0,
	default: '30',
	completes: ['7', '30', '90', '365', '0'],
	summary: 'the last N days; 0 is all time',
};

export const libraryFlag: Flag = {
	name: 'library',
	type: 'string',
	value: 'NAME',
	completes: 'library',
	summary: 'only the library of this name',
};

/** How to print: one of them, or what suits the output. */
export const outputFlags: readonly Flag[] = [
	{name: 'json', type: 'boolean', summary: 'one JSON document'},
	{name: 'csv', type: 'boolean', summary: 'comma-separated values under stable names, safe in a spreadsheet'},
	{name: 'plain', type: 'boolean', summary: 'tab-separated values under stable names (the default to a pipe)'},
];

/** An answer as a page to read elsewhere. */
export const documentFlags: readonly Flag[] = [
	{name: 'markdown', type: 'boolean', summary: 'as Markdown, for notes and chats'},
	{name: 'html', type: 'boolean', summary: 'as a page of HTML, without scripts'},
];

/** An answer that is asked for again and again. */
export const watchFlags: readonly Flag[] = [
	{name: 'watch', type: 'boolean', summary: 'ask again and again, in place; to a pipe answer after answer'},
	{
		name: 'every',
		type: 'number',
		value: 'SECONDS',
		min: 1,
		default: '2',
		summary: 'how long --watch waits between two answers',
	},
];

/** Flags about the program itself, for the dashboard and for every command. */
export const programFlags: readonly Flag[] = [
	{name: 'config', type: 'string', value: 'FILE', completes: 'file', summary: 'the configuration file'},
	{name: 'demo', type: 'boolean', summary: 'a made-up server; your own database is not opened'},
	{
		name: 'server',
		type: 'string',
		value: 'NAME',
		default: 'the first',
		completes: 'server',
		summary: 'one of several that are configured',
	},
	{name: 'ascii', type: 'boolean', summary: 'plain ASCII signs'},
	{name: 'color', type: 'boolean', default: 'on a terminal', summary: 'colours; --no-color turns them off'},
	{name: 'reader', type: 'boolean', summary: 'for screen readers: sentences, no charts, no repainting'},
	{name: 'look-only', type: 'boolean', summary: 'keys that change anything are dead'},
	{
		name: 'log-level',
		type: 'string',
		value: 'LEVEL',
		completes: logLevels,
		summary: 'how much the log file tells',
	},
	{name: 'help', type: 'boolean', short: 'h', summary: 'this text'},
	{name: 'version', type: 'boolean', short: 'Vv', summary: 'the version'},
];

/** Every flag that a command may be given, its own first. */
export const flagsOf = ({flags}: Pick<Command, 'flags'>): Flag[] => {
	const own = new Set(flags.map(({name}) => name));
	return [...flags, ...programFlags.filter(({name}) => !own.has(name))];
};
