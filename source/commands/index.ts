import {AppError} from '../domain/app-error.ts';
import {didYouMean} from '../domain/text/nearest.ts';
import {viewGroups} from '../views/index.ts';
import type {Command} from './command.ts';

/** A command that is loaded when it is asked for: the dashboard's start does not wait for the others. */
export type CommandEntry = {readonly name: string; readonly load: () => Promise<Command>};

/** Commands that stand together in the help. */
export type CommandGroup = {readonly title: string; readonly entries: readonly CommandEntry[]};

/** What changes or keeps something. */
const orders: readonly CommandEntry[] = [
	{name: 'collect', load: async () => (await import('./collect.ts')).collect},
	{name: 'watch', load: async () => (await import('./watch.ts')).watch},
	{name: 'look', load: async () => (await import('./look.ts')).look},
	{name: 'sync', load: async () => (await import('./sync.ts')).sync},
	{name: 'adopt', load: async () => (await import('./adopt.ts')).adopt},
	{name: 'import', load: async () => (await import('./import.ts')).importFile},
	{name: 'promoted', load: async () => (await import('./promoted.ts')).promoted},
	{name: 'backup', load: async () => (await import('./backup.ts')).backup},
];

/** Views whose command can do more than those of all views. */
const ownCommands: Readonly<Record<string, CommandEntry['load']>> = {
	now: async () => (await import('./now-line/now.ts')).now,
};

/** All others, and `status`, which is no view here since its exit code tells how the servers are. */
const tools: readonly CommandEntry[] = [
	{name: 'init', load: async () => (await import('./init.ts')).init},
	{name: 'status', load: async () => (await import('./status.ts')).status},
	{name: 'stats', load: async () => (await import('./stats.ts')).stats},
	{name: 'metrics', load: async () => (await import('./metrics.ts')).metrics},
	{name: 'idle', load: async () => (await import('./idle.ts')).idle},
	{name: 'ping', load: async () => (await import('./ping.ts')).ping},
	{name: 'doctor', load: async () => (await import('./doctor.ts')).doctor},
	{name: 'config', load: async () => (await import('./config.ts')).config},
	{name: 'notices', load: async () => (await import('./notices.ts')).notices},
	{name: 'demo', load: async () => (await import('./demo.ts')).demo},
	{name: 'help', load: async () => (await import('./help.ts')).help},
	{name: 'completion', load: async () => (await import('./completion.ts')).completion},
	{name: 'man', load: async () => (await import('./man.ts')).man},
	{name: 'version', load: async () => (await import('./version.ts')).version},
];

const toolNames = new Set(tools.map(({name}) => name));

/** All headless commands, in the order of the help: every view, then what is none. */
export const commandGroups: readonly CommandGroup[] = [
	...viewGroups.map(({title, entries}) => ({
		title,
		entries: entries
			.filter(({name}) => !toolNames.has(name))
			.map(({name, view}) => ({
				name,
				load: ownCommands[name] ?? (async () => (await import('./views/view-command.ts')).commandOf(view())),
			})),
	})),
	{title: 'Collect and keep', entries: orders},
	{title: 'Set up and scripts', entries: tools},
];

export const commandEntries: readonly CommandEntry[] = commandGroups.flatMap(({entries}) => entries);

/** The command of this name, or null. */
export const findCommand = async (name: string): Promise<Command | null> =>
	(await commandEntries.find(entry => entry.name === name)?.load()) ?? null;

/** Nothing is called so. */
export const unknownCommand = (name: string): AppError => {
	const names = commandEntries.map(entry => entry.name);
	return new AppError('usage', `There is no command "${name}".`, {
		hint: didYouMean(name, names) || 'tautop help lists them all. Without one, tautop is the dashboard.',
	});
};
