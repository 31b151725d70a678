import type {EngineTrouble} from '../domain/engine-trouble.ts';
import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import type {Progress, RunSummary} from '../domain/run.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import type {BoardSort, PaneQuery, Selection} from './components/pane.ts';
import type {PaneId} from './panes/index.ts';

export type Size = {readonly columns: number; readonly rows: number};

/** What lies over the panes, if anything. */
export type Page = 'none' | 'help' | 'trouble' | 'confirm-cancel';

/** A run as the screen knows it. Times are Unix seconds. */
export type Collecting =
	| {readonly state: 'idle'}
	| {
			readonly state: 'running';
			readonly startedAt: number;
			readonly progress: Progress | null;
			/** Begun by a key of this screen, which can cancel it; else by the schedule, say. */
			readonly isOwn: boolean;
	  }
	| {readonly state: 'ended'; readonly startedAt: number; readonly endedAt: number; readonly summary: RunSummary}
	| {readonly state: 'failed'; readonly endedAt: number; readonly reason: string};

/** Everything that keys and events change; what servers answered is in the readings. */
export type State = {
	readonly size: Size;
	readonly settings: DashboardSettings | null;
	readonly focus: PaneId;
	readonly zoomed: boolean;
	readonly page: Page;
	/** Rows that the page has been scrolled down. */
	readonly scroll: number;
	readonly selections: Readonly<Partial<Record<PaneId, Selection>>>;
	readonly days: Days;
	readonly yAxis: YAxis;
	readonly mediaType: string | null;
	readonly homeOnly: boolean;
	readonly sort: BoardSort;
	readonly collecting: Collecting;
	/** The mirror being filled outside of a run; null: it is not. */
	readonly syncing: Progress | null;
	/** The engine is not there; null: it is. */
	readonly engine: EngineTrouble | null;
	/** The last odd things that servers have answered, oldest first. */
	readonly odd: readonly string[];
};

export const firstState = (size: Size): State => ({
	size,
	settings: null,
	focus: 'now-playing',
	zoomed: false,
	page: 'none',
	scroll: 0,
	selections: {},
	days: 30,
	yAxis: 'plays',
	mediaType: null,
	homeOnly: false,
	sort: 'rank',
	collecting: {state: 'idle'},
	syncing: null,
	engine: null,
	odd: [],
});

/** Where the cursor stands among these rows: at its key, else where that key was. */
export const selectedIndex = (selection: Selection | null | undefined, keys: readonly string[]): number => {
	if (!selection) return 0;
	const found = keys.indexOf(selection.key);
	return found === -1 ? Math.min(selection.index, Math.max(0, keys.length - 1)) : found;
};

/** What a pane asks for in this state. */
export const queryOf = (state: State, pane: PaneId): PaneQuery => ({
	days: state.days,
	yAxis: state.yAxis,
	mediaType: state.mediaType,
	zoomed: state.zoomed && state.focus === pane,
	selected: state.selections[pane]?.key ?? null,
});
