import type {LoadOptions} from '../config/load.ts';
import type {SectionId} from './finding.ts';
import type {AskedTerminal} from './ruler.ts';

/** What is examined, and where from. */
export type DoctorOptions = {
	readonly surroundings: LoadOptions;
	readonly version: string;
	/** True: the servers and the database are those of the demo. */
	readonly demo: boolean;
	/** Cells of what is printed on; null: no terminal. */
	readonly size: {readonly columns: number; readonly rows: number} | null;
	/** Null: it cannot be asked. */
	readonly terminal: AskedTerminal | null;
	/** Hears what is looked at next, where that may take a while. */
	readonly begins: (section: SectionId) => void;
	/** Unix seconds. */
	readonly now: () => number;
};
