import type {LoadOptions} from '../config/load.ts';
import type {AskedTerminal} from './ruler.ts';

/** What is examined, and where from. */
export type DoctorOptions = {
	readonly surroundings: LoadOptions;
	readonly version: string;
	/** True: the demo is examined, and nothing of the user's but his terminal. */
	readonly demo: boolean;
	/** Cells of what is printed on; null: no terminal. */
	readonly size: {readonly columns: number; readonly rows: number} | null;
	/** Null: it cannot be asked. */
	readonly terminal: AskedTerminal | null;
	/** Unix seconds. */
	readonly now: () => number;
};
