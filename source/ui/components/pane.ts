import type {Zone} from '../../canvas/clock.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Row} from '../../canvas/row.ts';
import type {YAxis} from '../../domain/media.ts';
import type {Days} from '../../domain/period.ts';
import type {ServerStates} from '../../domain/server-state.ts';
import type {Sources} from '../../questions/sources.ts';
import type {Trouble} from '../reading.ts';

/** How much fits on the terminal; ui/layout.ts draws the borders between the classes. */
export type WindowClass = 'tiny' | 'small' | 'base' | 'wide' | 'large';

/** The row that the cursor is on: by key, so that it stays with its stream when the order changes; the index where the key is gone. */
export type Selection = {readonly key: string; readonly index: number};

/** How the board is ordered on the screen: by its rank (plays or hours), by plays per item, by name. */
export const boardSorts = ['rank', 'per item', 'name'] as const;
export type BoardSort = (typeof boardSorts)[number];

/** What the panes ask for. A pane says in `uses` which parts are its own; a change of one of them asks anew. */
export type PaneQuery = {
	readonly days: Days;
	readonly yAxis: YAxis;
	/** movie or show; null: all. */
	readonly mediaType: string | null;
	readonly zoomed: boolean;
	/** Key of the selected row of this pane. */
	readonly selected: string | null;
};

/** What a model needs to know of the screen beside its data. Nothing in it is asked from a clock or a terminal. */
export type Frame = {
	/** Cells inside the frame. */
	readonly width: number;
	readonly height: number;
	readonly windowClass: WindowClass;
	readonly zoomed: boolean;
	readonly focused: boolean;
	readonly selection: Selection | null;
	readonly sort: BoardSort;
	readonly homeOnly: boolean;
	readonly mediaType: string | null;
	/** How people are called: dashboard.names. */
	readonly names: 'full' | 'initials' | 'none';
	/** Unix seconds. */
	readonly now: number;
	/** Time zone of clock times; null: this machine's. */
	readonly zone: Zone;
	/** Tautulli's zone, in which it cuts the days and hours of its graphs; null: not known. */
	readonly graphZone: Zone;
	readonly glyphs: Glyphs;
	/** Streams at this moment; null: not known. */
	readonly live: {readonly streams: number; readonly transcodes: number} | null;
	readonly servers: ServerStates;
	/** What stands until somebody does something: sentences that `d` shows, certificates that are not checked, clocks. */
	readonly standing: {
		readonly warnings: number;
		readonly unverifiedTls: boolean;
		/** How this machine's clock differs from a server's, in words; absent or null: not at all, or not known. */
		readonly clock?: string | null;
	};
};

/** A word that stands on the title rule above its column; `at` is a cell inside the frame. */
export type Heading = {readonly at: number; readonly text: string};

/** What is drawn: rows for the inside of the frame, words for its title rule. */
export type PaneModel = {
	readonly headings: readonly Heading[];
	/** Right end of the title rule. */
	readonly note: string;
	readonly rows: readonly Row[];
	/** Keys of the rows that the cursor can stand on, in their order; empty: none. */
	readonly keys: readonly string[];
};

/** A pane as one line, where there is no room for more. */
export type Brief = {readonly body: Row; readonly note: string};

/** How often a pane asks: with every refresh, now and then, with the graphs, or when stored data has changed. */
export type Rhythm = 'refresh' | 'health' | 'graph' | 'stored';

/** What comes with a question. `previous` is the answer before, for what is known by comparing two. */
export type LoadContext<Data> = {
	readonly sources: Sources;
	readonly query: PaneQuery;
	readonly signal: AbortSignal;
	readonly previous: Data | null;
	/** Unix seconds. */
	readonly now: number;
};

/** One pane: what it asks, how often, and how its data becomes rows. A folder of ui/panes/ and a line of its registry. */
export type Pane<Data> = {
	readonly digit: string;
	readonly title: string;
	/** Title where there is only a line. */
	readonly short: string;
	readonly rhythm: Rhythm;
	readonly uses: ReadonlyArray<keyof PaneQuery>;
	readonly load: (context: LoadContext<Data>) => Promise<Data>;
	/** What the store alone knows, shown with its age until the first answer comes; null: nothing. */
	readonly loadStored?: (context: LoadContext<Data>) => Promise<{readonly data: Data; readonly at: number} | null>;
	readonly model: (data: Data, frame: Frame) => PaneModel;
	readonly brief: (data: Data, frame: Frame) => Brief;
	/** Headings that stand before there is data. */
	readonly headings?: (frame: Frame) => readonly Heading[];
	/** Where a trouble makes the old data untrue: what is drawn instead. Null: the data is merely old. */
	readonly replace?: (data: Data | null, trouble: Trouble, frame: Frame) => readonly Row[] | null;
};
