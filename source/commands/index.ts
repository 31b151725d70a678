import type {Command} from './command.ts';

/** A command that is loaded when it is asked for: the dashboard's start does not wait for the others. */
export type CommandEntry = {readonly name: string; readonly load: () => Promise<Command>};

/** All headless commands, in the order of the help. */
export const commandEntries: readonly CommandEntry[] = [
	{name: 'now', load: async () => (await import('./now.ts')).now},
	{name: 'hours', load: async () => (await import('./hours.ts')).hours},
	{name: 'days', load: async () => (await import('./days.ts')).days},
	{name: 'types', load: async () => (await import('./types.ts')).types},
	{name: 'peaks', load: async () => (await import('./peaks.ts')).peaks},
	{name: 'users', load: async () => (await import('./users.ts')).users},
	{name: 'libraries', load: async () => (await import('./libraries.ts')).libraries},
	{name: 'history', load: async () => (await import('./history.ts')).history},
	{name: 'stats', load: async () => (await import('./stats.ts')).stats},
	{name: 'collections', load: async () => (await import('./collections.ts')).collections},
	{name: 'collect', load: async () => (await import('./collect.ts')).collect},
	{name: 'sync', load: async () => (await import('./sync.ts')).sync},
	{name: 'adopt', load: async () => (await import('./adopt.ts')).adopt},
	{name: 'backup', load: async () => (await import('./backup.ts')).backup},
	{name: 'ping', load: async () => (await import('./ping.ts')).ping},
	{name: 'status', load: async () => (await import('./status.ts')).status},
	{name: 'demo', load: async () => (await import('./demo.ts')).demo},
];

/** The command of this name, or null. */
export const findCommand = async (name: string): Promise<Command | null> =>
	(await commandEntries.find(entry => entry.name === name)?.load()) ?? null;
