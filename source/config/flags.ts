import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';

/** The flags that override configuration, parsed; whatever only narrows one command (`--library`) is that command's own. */
export type ConfigFlags = {
	/** Path of the file; relative to the working folder. */
	readonly config?: string | undefined;
	/** One of several servers; the first without it. As typed. */
	readonly server?: string | undefined;
	readonly days?: Days | undefined;
	readonly yAxis?: YAxis | undefined;
	readonly ascii?: boolean | undefined;
	readonly noColor?: boolean | undefined;
	readonly reader?: boolean | undefined;
	readonly lookOnly?: boolean | undefined;
	/** As typed; refused with `usage`. */
	readonly logLevel?: string | undefined;
};
