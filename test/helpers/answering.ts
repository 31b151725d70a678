import {commandEntries} from '../../source/commands/index.ts';

/** Those that need no server and no database, or look at them by themselves. */
const alone = ['demo', 'help', 'version', 'completion', 'man', 'init', 'config', 'doctor', 'notices'];

/** The commands that open something. */
export const answering = await Promise.all(
	commandEntries.filter(({name}) => !alone.includes(name)).map(async ({load}) => await load()),
);
