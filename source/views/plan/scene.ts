import type {Zone} from '../../canvas/clock.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Row} from '../../canvas/row.ts';
import type {ServerStates} from '../../domain/server-state.ts';
import type {Activity} from '../../domain/session.ts';
import type {Own} from './own.ts';
import type {ViewQuery} from './query.ts';

/** What stands until somebody does something. */
export type Standing = {
	/** How many sentences the details hold. */
	readonly warnings: number;
	/** Certificates are not checked. */
	readonly unverifiedTls: boolean;
	/** How this machine's clock differs from a server's, in words; null: not at all, or not known. */
	readonly clock: string | null;
	/** What is done now, or has just been done: forms of it, the longest first; none: nothing. */
	readonly work: readonly Row[];
	/** What the line can send, in Mb/s; null: not known. */
	readonly uploadMbps: number | null;
	/** The key that connects the user's own server; null: one is connected, or no key does. */
	readonly connectKey: string | null;
};

/** What is known of the moment and the program, whoever tells: a screen, a report, a voice. Nothing in it is asked from a clock. */
export type Scene = {
	/** What the view was asked with. */
	readonly query: ViewQuery;
	/** The view's own state: order, filter, switches, cursor. */
	readonly own: Own;
	/** Unix seconds. */
	readonly now: number;
	/** Of clock times; null: this machine's. */
	readonly zone: Zone;
	/** Tautulli's zone, in which days and hours are cut; null: not known. */
	readonly graphZone: Zone;
	/** How people are called: dashboard.names. */
	readonly names: 'full' | 'initials' | 'none';
	readonly glyphs: Glyphs;
	/** Who is watching; null: not known. */
	readonly live: Activity | null;
	readonly servers: ServerStates;
	/** What a command is typed with to be about this server: `asTyped`. */
	readonly commandFlags: string;
	readonly standing: Standing;
};

/** A scene to draw on. A report has no end: its height is Infinity. */
export type Canvas = Scene & {
	/** Cells. */
	readonly width: number;
	readonly height: number;
	/** A pane among others, a page of its own, or lines on a terminal. */
	readonly form: 'pane' | 'page' | 'report';
	readonly focused: boolean;
};

/** A scene to speak of. Its glyphs are those that a screen reader does not stumble over. */
export type Voice = Scene;

/** A word on the title rule, above its column; `at` is a cell of the canvas. */
export type Heading = {readonly at: number; readonly text: string};

/** What is drawn: at most `height` rows, none wider than `width`; words for the title rule. */
export type Drawing = {
	readonly rows: readonly Row[];
	readonly headings?: readonly Heading[];
	/** Right end of the title rule. */
	readonly note: string;
	/** Of what was searched: how many of how many. */
	readonly found?: string;
	/** Keys of what the cursor can stand on, in their order; empty: nothing. */
	readonly keys: readonly string[];
	/** Where the keys lie in rows, as in a map: how many to a row, so that up and down move by as many. Absent: one. */
	readonly across?: number;
	/** Of a list: the columns to sort by as it is seen now, beside its own order, and how many pages its columns take. */
	readonly sorts?: readonly string[];
	readonly pages?: number;
	/** Index of the key that the cursor is on until it is moved. Absent: the first. */
	readonly start?: number;
};

/** What keys find where they are pressed: what the cursor moves over, and the columns. */
export type Reach = Pick<Drawing, 'keys' | 'across' | 'sorts' | 'pages' | 'start'>;
