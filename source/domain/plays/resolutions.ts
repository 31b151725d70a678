import type {Measure} from '../media.ts';
import type {Days} from '../period.ts';
import type {Choice} from './narrowing.ts';

/** Plays or seconds of one resolution, by the way they were played. Null: not known. */
export type ResolutionCount = {
	/** Tautulli's label: `4k`, `1080p`, `sd`; `''` where it keeps none. */
	readonly resolution: string;
	readonly directPlay: number | null;
	readonly directStream: number | null;
	readonly transcode: number | null;
};

/** The ten most played resolutions of files, and of what was sent; films and episodes alone, as Tautulli counts them. */
export type Resolutions = {readonly source: readonly ResolutionCount[]; readonly sent: readonly ResolutionCount[]};

/** Rolling days (0: all time), and users; none: all of them. */
export type ResolutionsQuery = {
	readonly days: Days;
	readonly measure: Exclude<Measure, 'users'>;
	readonly users: readonly Choice[];
};
