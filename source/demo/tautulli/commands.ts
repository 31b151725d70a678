import {activityCommands} from './commands/activity.ts';
import {collectionCommands} from './commands/collections.ts';
import {concurrentCommands} from './commands/concurrent.ts';
import {graphCommands} from './commands/graphs.ts';
import {historyCommands} from './commands/history.ts';
import {homeCommands} from './commands/home.ts';
import {libraryCommands} from './commands/libraries.ts';
import {metadataCommands} from './commands/metadata.ts';
import {statsCommands} from './commands/stats.ts';
import {statusCommands} from './commands/status.ts';
import {streamDataCommands} from './commands/stream-data.ts';
import {topGraphCommands} from './commands/top-graphs.ts';
import {userCommands} from './commands/users.ts';
import type {Command} from './context.ts';

/** Every command that the demo's Tautulli answers. */
export const commands: ReadonlyMap<string, Command> = new Map(
	Object.entries({
		...statusCommands,
		...activityCommands,
		...historyCommands,
		...statsCommands,
		...graphCommands,
		...topGraphCommands,
		...concurrentCommands,
		...homeCommands,
		...libraryCommands,
		...userCommands,
		...collectionCommands,
		...metadataCommands,
		...streamDataCommands,
	}).sort(([one], [two]) => (one < two ? -1 : 1)),
);
