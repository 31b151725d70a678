import {type Days, storedWindows} from '../domain/period.ts';
import type {Command, Flag} from './command.ts';

/** Days of a graph or a list when nothing else is asked. */
export const defaultDays: Days = 30;

/** `--days` of commands whose graphs have no "all time": Tautulli would silently turn 0 into 30. */
export const daysFlag: Flag = {
	name: 'days',
	type: 'number',
	value: 'N',
	min: 1,
	default: '30',
	summary: 'the last N days',
	hint: 'All time (0) is only for stats, users, libraries and collections.',
};

/** `--days` of commands that can count all time. */
export const allDaysFlag: Flag = {...daysFlag, min: 0, summary: 'the last N days; 0 is all time', hint: undefined};

/** `--days` of commands on snapshots, which hold these windows and no others. */
export const windowFlag: Flag = {
	...daysFlag,
	min: 0,
	default: 'collect.query_days',
	choices: storedWindows.map(String),
	summary: 'the last N days; 0 is all time',
	hint: 'Snapshots hold these windows and no others.',
};

export const yAxisFlag: Flag = {
	name: 'y-axis',
	type: 'string',
	value: 'plays|duration',
	choices: ['plays', 'duration'],
	default: 'plays',
	summary: 'count plays, or seconds played',
};

export const libraryFlag: Flag = {
	name: 'library',
	type: 'string',
	value: 'NAME',
	summary: 'only the library of this name',
};

export const mediaTypeFlag: Flag = {
	name: 'media-type',
	type: 'string',
	value: 'TYPE',
	summary: 'only this type: movie, show, episode, artist, ...',
};

export const limitFlag: Flag = {name: 'limit', type: 'number', value: 'N', min: 1, summary: 'at most N rows'};

export const startFlag: Flag = {
	name: 'start',
	type: 'number',
	value: 'N',
	min: 0,
	default: '0',
	summary: 'pass over the first N rows',
};

/** How to print: one of them, or what suits the output. */
export const outputFlags: readonly Flag[] = [
	{name: 'json', type: 'boolean', summary: 'one JSON document'},
	{name: 'csv', type: 'boolean', summary: 'comma-separated values under stable names, safe in a spreadsheet'},
	{name: 'plain', type: 'boolean', summary: 'tab-separated values under stable names (the default to a pipe)'},
];

/** What any command takes, if only to pass it over: a window and a unit do no harm where there is none. */
export const questionFlags: readonly Flag[] = [daysFlag, yAxisFlag];

/** What only some commands can do. The others refuse it: an answer about everything is no answer about a part. */
export const narrowingFlags: readonly Flag[] = [libraryFlag, mediaTypeFlag, limitFlag, startFlag];

/** Flags about the program itself, for the dashboard and for every command. */
export const programFlags: readonly Flag[] = [
	{name: 'config', type: 'string', value: 'FILE', summary: 'the configuration file'},
	{name: 'demo', type: 'boolean', summary: 'a made-up server; your own database is not opened'},
	{name: 'ascii', type: 'boolean', summary: 'plain ASCII signs'},
	{name: 'color', type: 'boolean', default: 'on a terminal', summary: 'colours; --no-color turns them off'},
	{name: 'reader', type: 'boolean', summary: 'for screen readers: sentences, no charts, no repainting'},
	{name: 'look-only', type: 'boolean', summary: 'keys that change anything are dead'},
	{
		name: 'log-level',
		type: 'string',
		value: 'LEVEL',
		summary: 'how much the log file tells',
	},
	{name: 'help', type: 'boolean', summary: 'this text'},
	{name: 'version', type: 'boolean', summary: 'the version'},
];

/** Every flag that a command may be given, its own form of a shared one first. */
export const flagsOf = (command: Pick<Command, 'flags' | 'refuses'>): Flag[] => {
	const own = new Set(command.flags.map(({name}) => name));
	const shared = [...questionFlags, ...programFlags].filter(
		({name}) => !own.has(name) && command.refuses?.[name] === undefined,
	);
	return [...command.flags, ...shared];
};
