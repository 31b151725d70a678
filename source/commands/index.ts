import {views} from '../views/index.ts';
import type {Command} from './command.ts';

/** A command that is loaded when it is asked for: the dashboard's start does not wait for the others. */
export type CommandEntry = {readonly name: string; readonly load: () => Promise<Command>};

/** What is no view: orders, tools, and `status`, whose exit code tells how the servers are. */
const tools: readonly CommandEntry[] = [
	{name: 'status', load: async () => (await import('./status.ts')).status},
	{name: 'stats', load: async () => (await import('./stats.ts')).stats},
	{name: 'collect', load: async () => (await import('./collect.ts')).collect},
	{name: 'look', load: async () => (await import('./look.ts')).look},
	{name: 'sync', load: async () => (await import('./sync.ts')).sync},
	{name: 'adopt', load: async () => (await import('./adopt.ts')).adopt},
	{name: 'import', load: async () => (await import('./import.ts')).importFile},
	{name: 'promoted', load: async () => (await import('./promoted.ts')).promoted},
	{name: 'backup', load: async () => (await import('./backup.ts')).backup},
	{name: 'ping', load: async () => (await import('./ping.ts')).ping},
	{name: 'doctor', load: async () => (await import('./doctor.ts')).doctor},
	{name: 'config', load: async () => (await import('./config.ts')).config},
	{name: 'demo', load: async () => (await import('./demo.ts')).demo},
];

const toolNames = new Set(tools.map(({name}) => name));

/** All headless commands, in the order of the help: every view, then what is none. */
export const commandEntries: readonly CommandEntry[] = [
	...views
		.filter(({name}) => !toolNames.has(name))
		.map(view => ({name: view.name, load: async () => (await import('./views/view-command.ts')).commandOf(view)})),
	...tools,
];

/** The command of this name, or null. */
export const findCommand = async (name: string): Promise<Command | null> =>
	(await commandEntries.find(entry => entry.name === name)?.load()) ?? null;
