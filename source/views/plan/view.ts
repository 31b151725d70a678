import {cutRow, type Row, rowWidth} from '../../canvas/row.ts';
import type {AppErrorData} from '../../domain/app-error.ts';
import type {Window} from '../../domain/period.ts';
import type {Choice, Narrowing, NarrowingKind} from '../../domain/plays/narrowing.ts';
import type {Coverage} from '../../domain/plays/plays.ts';
import type {Activity} from '../../domain/session.ts';
import type {DataTable} from '../../export/data-table.ts';
import type {Document} from '../../export/document.ts';
import type {Json} from '../../export/json.ts';
import type {Sources} from '../../questions/sources.ts';
import {altered} from './altered.ts';
import type {Own, OwnKeys} from './own.ts';
import type {Takes, ViewQuery} from './query.ts';
import type {Canvas, Drawing, Heading, Scene, Voice} from './scene.ts';

/** What a view asks with. `activity` is the one answer about who is watching that everybody shares. */
export type Asking = {
	readonly sources: Sources;
	readonly query: ViewQuery;
	readonly own: Own;
	readonly form: Canvas['form'];
	readonly activity: () => Promise<Activity>;
	readonly signal: AbortSignal;
	/** Unix seconds. */
	readonly now: number;
};

/** A view that opens, narrowed by what it was opened from. */
export type Step = {
	readonly view: string;
	readonly where?: Narrowing;
	readonly subject?: Choice;
	readonly window?: Window;
	/** Another server, whose screen is shown instead of a page. */
	readonly server?: string;
};

/**
 * One line of a pane that has no more room: what it says, a note behind that where there is room ('': none), and what stands beside
 * the title whatever is said.
 */
export type Line = {readonly body: Row; readonly note: string; readonly lead?: Row};

/** An answer that can be told in every way. Its data is hidden: whoever shows it knows no view by name. */
export type Telling = {
	/** Rows for any width and height from 20 x 3 on. */
	readonly draw: (canvas: Canvas) => Drawing;
	/** Where there is one row. */
	readonly line: (canvas: Canvas) => Line;
	/** Sentences; the first is the one-line form. */
	readonly says: (voice: Voice) => readonly string[];
	/** What `--json` prints, without what is told of every answer (`as_of`, `running`). */
	readonly json: (scene: Scene) => {readonly [key: string]: Json};
	/** What `--csv`, `--plain` and exports print: column ids, then rows. */
	readonly table: (scene: Scene) => DataTable;
	/** What `--markdown` and `--html` print. */
	readonly page: (scene: Scene) => Page;
	/** What opens for the row or bar with this key; null: nothing. */
	readonly enter: (key: string, scene: Scene) => Step | null;
	/** Whose the row with this key is; null: nobody's. */
	readonly user: (key: string, scene: Scene) => Choice | null;
	/** How far the answer can be relied on; null: it is not from the mirror. */
	readonly coverage: Coverage | null;
};

/** An answer to be read: paragraphs, then tables; under the view's title where it has none of its own. */
type Page = Omit<Document, 'title'> & {readonly title?: string};

/** How often an open view asks: with who is watching, now and then, or when stored data has changed. */
export type Pace = 'live' | 'health' | 'stored';

/**
 * One question, told in every way: a pane, a page, a command with `--json`, `--csv` and `--plain`, sentences, an export, a line
 * of the list of views. A view is one file (or folder) and one line of the registry.
 */
export type View = {
	/** The command, and its name in the configuration. */
	readonly name: string;
	readonly title: string;
	/** Title where there is little room. */
	readonly short: string;
	/** What it answers: a line of help, without a full stop. */
	readonly summary: string;
	/** What its help says beside the flags: how a number is meant; '' for nothing. */
	readonly help: string;
	/** Lines to type, each with what it does; fewer than two: others are made of what it takes. */
	readonly examples: Readonly<Record<string, string>>;
	readonly takes: Takes;
	readonly pace: Pace;
	/** True: what runs counts in it, so it is told beside its numbers. */
	readonly running: boolean;
	readonly keys: OwnKeys;
	/** Ids of its columns, for flags; empty where it is no list. */
	readonly columns: readonly string[];
	/** `previous` is the answer before to the same question, for what is known by comparing two. */
	readonly ask: (asking: Asking, previous: Telling | null) => Promise<Telling>;
	/** Words on the title rule that stand before there is an answer. */
	readonly headings: (canvas: Canvas) => readonly Heading[];
	/** Where a trouble makes the old answer untrue: what is drawn instead. Null: the answer is merely old. */
	readonly troubled: (told: Telling | null, trouble: ViewTrouble, canvas: Canvas) => readonly Row[] | null;
	/** Another view that Enter opens where nothing is selected. */
	readonly more?: string | undefined;
	readonly detail?: Detail | undefined;
};

/** What stands below a list where there is much room: a view that is narrowed, in this kind, to what its chosen row opens. */
export type Detail = {readonly view: string; readonly kind: NarrowingKind};

/** Why an answer is not fresh, and since when (Unix seconds). */
export type ViewTrouble = {readonly error: AppErrorData; readonly since: number};

/** What every view says of itself, however it is written. */
export type PlanHead<Data> = {
	readonly name: string;
	readonly title: string;
	readonly short?: string;
	readonly summary: string;
	readonly help?: string;
	readonly examples?: Readonly<Record<string, string>>;
	readonly takes: Takes;
	readonly pace?: Pace;
	readonly running?: boolean;
	readonly ask: (asking: Asking, previous: Data | null) => Promise<Data>;
};

/** A view as it is written: what it asks, and how its data is told. The rest has a meaning of its own where it is left out. */
export type ViewPlan<Data> = PlanHead<Data> & {
	readonly keys?: Partial<OwnKeys>;
	readonly columns?: readonly string[];
	readonly more?: string;
	readonly detail?: Detail;
	readonly coverage?: (data: Data) => Coverage | null;
	readonly draw: (data: Data, canvas: Canvas) => Drawing;
	readonly line?: (data: Data, canvas: Canvas) => Line | null;
	readonly says: (data: Data, voice: Voice) => readonly string[];
	readonly json: (data: Data, scene: Scene) => {readonly [key: string]: Json};
	readonly table: (data: Data, scene: Scene) => DataTable;
	/** Absent: its sentences, of a list the first, and its table. */
	readonly page?: (data: Data, scene: Scene) => Page;
	readonly enter?: (key: string, data: Data, scene: Scene) => Step | null;
	readonly user?: (key: string, data: Data, scene: Scene) => Choice | null;
	readonly headings?: (canvas: Canvas) => readonly Heading[];
	readonly troubled?: (data: Data | null, trouble: ViewTrouble, canvas: Canvas) => readonly Row[] | null;
};

/** The first sentence without its full stop. */
const lineOf = (sentences: readonly string[]): Line => ({
	body: [{text: (sentences[0] ?? '').replace(/\.$/, '')}],
	note: '',
});

/** No view draws beyond its canvas, whatever a server sent. */
const fitted = (drawing: Drawing, {width, height, glyphs}: Canvas): Drawing => ({
	...drawing,
	rows: drawing.rows.slice(0, height).map(row => (rowWidth(row) > width ? cutRow(row, width, glyphs.cut) : row)),
});

/** What a view does not take, it is not asked with: on the screen it would count the days that another view shows. */
const takenOf = ({window, past}: Takes, query: ViewQuery): ViewQuery =>
	window || past ? query : {...query, window: {days: 0}};

/** Makes a view of its plan: from here on its data is hidden. */
export const defineView = <Data>(plan: ViewPlan<Data>): View => {
	const known = new WeakMap<Telling, Data>();
	const dataOf = (told: Telling | null): Data | null => (told ? (known.get(told) ?? null) : null);
	const pageOf = (data: Data, scene: Scene): Page => {
		const sentences = plan.says(data, scene);
		const isList = (plan.columns ?? []).length > 0;
		return {
			paragraphs: isList ? sentences.slice(0, 1) : sentences,
			tables: [{title: '', table: plan.table(data, scene)}],
		};
	};
	// Until the next answer is there, this one is told as what it was asked for.
	const tell = (data: Data, query: ViewQuery): Telling => {
		const asked = <Of extends Scene>(scene: Of): Of => altered(scene, {query});
		const telling: Telling = {
			draw: canvas => fitted(plan.draw(data, asked(canvas)), canvas),
			line: canvas => plan.line?.(data, asked(canvas)) ?? lineOf(plan.says(data, asked(canvas))),
			says: voice => plan.says(data, asked(voice)),
			json: scene => plan.json(data, asked(scene)),
			table: scene => plan.table(data, asked(scene)),
			page: scene => plan.page?.(data, asked(scene)) ?? pageOf(data, asked(scene)),
			enter: (key, scene) => plan.enter?.(key, data, asked(scene)) ?? null,
			user: (key, scene) => plan.user?.(key, data, asked(scene)) ?? null,
			coverage: plan.coverage?.(data) ?? null,
		};
		known.set(telling, data);
		return telling;
	};
	return {
		name: plan.name,
		title: plan.title,
		short: plan.short ?? plan.title,
		summary: plan.summary,
		help: plan.help ?? '',
		examples: plan.examples ?? {},
		takes: plan.takes,
		pace: plan.pace ?? 'stored',
		running: plan.running ?? false,
		keys: {sorts: plan.keys?.sorts ?? [], switches: plan.keys?.switches ?? []},
		columns: plan.columns ?? [],
		more: plan.more,
		detail: plan.detail,
		ask: async (asking, previous) => {
			const query = takenOf(plan.takes, asking.query);
			return tell(await plan.ask({...asking, query}, dataOf(previous)), query);
		},
		headings: canvas => plan.headings?.(canvas) ?? [],
		troubled: (told, trouble, canvas) => plan.troubled?.(dataOf(told), trouble, canvas) ?? null,
	};
};
