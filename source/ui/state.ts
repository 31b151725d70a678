import type {EngineTrouble} from '../domain/engine-trouble.ts';
import type {Measure} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import type {Progress, RunSummary} from '../domain/run.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import {firstOwn, type Own} from '../views/plan/own.ts';
import type {Step} from '../views/plan/view.ts';

/** What text is typed for. */
export type Typed = 'filter' | 'views' | 'help';

export type Size = {readonly columns: number; readonly rows: number};

/** What lies over the panes, or asks something at the bottom. */
export type Overlay = 'none' | 'help' | 'details' | 'views' | 'confirm-cancel' | 'confirm-stop' | 'export';

/** A run as the screen knows it. Times are Unix seconds. */
export type Collecting =
	| {readonly state: 'idle'}
	| {
			readonly state: 'running';
			readonly startedAt: number;
			/** When its present step began. */
			readonly stepAt: number;
			readonly progress: Progress | null;
			/** Begun by a key of this screen, which can cancel it; else by the schedule, say. */
			readonly isOwn: boolean;
	  }
	| {readonly state: 'ended'; readonly startedAt: number; readonly endedAt: number; readonly summary: RunSummary}
	| {readonly state: 'failed'; readonly endedAt: number; readonly reason: string};

/** A page of the trail, and what going back from it restores. */
export type Page = Step & {
	/** What the view's own keys had changed before it opened here; null: it keeps what they change. */
	readonly own?: Own | null;
	/** The past moment with which it opened, and the one before; null: now. */
	readonly moment?: number | null;
	readonly before?: number | null;
};

/** Everything that keys and events change; what servers answered is in the readings. */
export type State = {
	readonly size: Size;
	readonly settings: DashboardSettings | null;
	/** The names of the views in the places. */
	readonly places: readonly string[];
	/** Index of the place with the focus. */
	readonly focus: number;
	/** The pages that were opened one out of the other; the last one is seen. Empty: the places. */
	readonly trail: readonly Page[];
	readonly overlay: Overlay;
	/** Rows that an overlay has been scrolled down, or which line of a list is chosen. */
	readonly scroll: number;
	/** Text that is being typed, and what for; null: keys are keys. */
	readonly typing: {readonly into: Typed; readonly text: string} | null;
	readonly days: Days;
	readonly measure: Measure;
	/** The past moment (Unix seconds) at which every window ends; null: now. */
	readonly moment: number | null;
	/** The stream that is asked about, by what tells it from the others; null: none is. */
	readonly stopping: string | null;
	/** The mouse is heard. */
	readonly mouse: boolean;
	/** What each view's own keys changed, by the view's name. */
	readonly perView: Readonly<Record<string, Own>>;
	/** Words at the bottom until the next key; null: none. */
	readonly notice: string | null;
	readonly collecting: Collecting;
	/** The mirror being filled outside of a run; null: it is not. */
	readonly syncing: Progress | null;
	/** The engine is not there; null: it is. */
	readonly engine: EngineTrouble | null;
	/** The last odd things that servers have answered, oldest first. */
	readonly odd: readonly string[];
};

/** The views of the places where nobody chose others. The last place has no digit, and is there on a large screen only. */
export const defaultPlaces: readonly string[] = ['now', 'hours', 'types', 'peaks', 'collections', 'status', 'capacity'];

export const firstState = (size: Size): State => ({
	size,
	settings: null,
	places: defaultPlaces,
	focus: 0,
	trail: [],
	overlay: 'none',
	scroll: 0,
	typing: null,
	days: 30,
	measure: 'plays',
	moment: null,
	stopping: null,
	mouse: false,
	perView: {},
	notice: null,
	collecting: {state: 'idle'},
	syncing: null,
	engine: null,
	odd: [],
});

/** What the keys of a view have changed so far. */
export const ownOf = ({perView}: State, view: string): Own => perView[view] ?? firstOwn;

/** The page that is seen; null: the places are. */
export const pageOf = ({trail}: State): Page | null => trail.at(-1) ?? null;

/** The name of the view that keys are for. */
export const focusedView = (state: State): string => pageOf(state)?.view ?? state.places[state.focus] ?? '';
