import type {Row} from '../../canvas/row.ts';
import type {Column as TableColumn} from '../../canvas/table/column.ts';
import {type DrawnTable, drawTable} from '../../canvas/table/draw.ts';
import {filterRows} from '../../canvas/table/filter.ts';
import {sortRows} from '../../canvas/table/order.ts';
import type {Choice} from '../../domain/plays/narrowing.ts';
import type {Coverage} from '../../domain/plays/plays.ts';
import type {DataCell, DataTable} from '../../export/data-table.ts';
import type {Json} from '../../export/json.ts';
import {type Switch, selectedIndex} from './own.ts';
import {keysAround} from './pages.ts';
import type {Canvas, Drawing, Heading, Scene, Voice} from './scene.ts';
import {type Detail, defineView, type Line, type PlanHead, type Step, type View, type ViewTrouble} from './view.ts';
import {sentence, sentenceRows} from './words.ts';

/** A scene that may be drawn on. */
export type MaybeCanvas = Scene & Partial<Pick<Canvas, 'width' | 'form'>>;

/** A column of a list: one id for JSON, CSV, sorting and filtering, and how its value looks. */
export type Column<Item> = {
	readonly id: string;
	/** What programs read and rows are sorted by. */
	readonly value: (item: Item) => DataCell;
	/** Above the column; absent: the column is not drawn. */
	readonly heading?: string | ((scene: MaybeCanvas) => string);
	/** How it looks, where that is not the value itself. */
	readonly show?: (item: Item, scene: MaybeCanvas) => string | Row;
	readonly align?: 'left' | 'right';
	readonly grows?: boolean;
	readonly atMost?: number;
	readonly before?: number;
	readonly dropAt?: number;
	readonly bar?: boolean;
	readonly first?: 'up' | 'down';
	readonly role?: 'dim';
	/** Drawn only where this holds: a column that knows nothing takes no room. */
	readonly when?: (rows: readonly Item[], scene: MaybeCanvas) => boolean;
	/** False: it is drawn alone, and no program reads it. */
	readonly exported?: boolean;
};

/** The rows as a table of at most so many lines; `selected`: which one the cursor is on, -1: none. */
type TableDraw = (height: number, selected: number) => readonly Row[];

/** Rows drawn in another way, where the cursor may stand on what is no row. */
type Picture<Data, Item> = {
	/** Null: there is too little to draw, or too little room. `table` draws the rows too, for what room is left. */
	readonly draw: (data: Data, rows: readonly Item[], canvas: Canvas, table: TableDraw) => Drawing | null;
	/** What opens for a key that is no row's. */
	readonly enter: (key: string, data: Data, scene: Scene) => Step | null;
	readonly user?: (key: string, data: Data, scene: Scene) => Choice | null;
};

/** A list as it is written. */
export type ListPlan<Data, Item> = PlanHead<Data> & {
	readonly switches?: readonly Switch[];
	readonly more?: string;
	readonly coverage?: (data: Data) => Coverage | null;
	/** The rows in the list's own order. */
	readonly rows: (data: Data, scene: Scene) => readonly Item[];
	/** Rows that stand before the others on a screen, and that no program reads: what runs. */
	readonly ahead?: (data: Data, scene: Scene) => readonly Item[];
	/** Where these rows lie in a list that is longer than one answer. */
	readonly part?: (data: Data) => {readonly start: number; readonly total: number};
	/** What tells a row from all others. */
	readonly key: (item: Item) => string;
	readonly columns: readonly Column<Item>[];
	/** Id of the column whose order is the list's own; '' where none is. */
	readonly ranked?: (scene: Scene) => string;
	/** Where there is no row. */
	readonly empty: (data: Data, scene: MaybeCanvas) => string | readonly Row[];
	/** Right end of the title rule. */
	readonly note: (data: Data, rows: readonly Item[], scene: MaybeCanvas) => string;
	/** Of a list that the question searches: how many of how many. */
	readonly found?: (data: Data, scene: Scene) => string;
	/** Rows above the table, where the canvas has room for them. */
	readonly above?: (data: Data, rows: readonly Item[], canvas: Canvas) => readonly Row[];
	/** True: the headings stand on a rule, between what is above and the table. */
	readonly ruled?: boolean;
	/** Rows below it, of the row that the cursor is on; `room` rows are free. */
	readonly below?: (item: Item, data: Data, canvas: Canvas, room: number) => readonly Row[];
	/** Right end of the last line; `shown` are the columns that are seen. */
	readonly legend?: (rows: readonly Item[], canvas: Canvas, shown: ReadonlySet<string>) => string;
	/** A picture of the rows that may stand instead of the table. */
	readonly picture?: Picture<Data, Item>;
	readonly enter?: (item: Item, scene: Scene) => Step | null;
	/** Whose a row is: what the key `u` opens. */
	readonly user?: (item: Item, scene: Scene) => Choice | null;
	/** The sentence before the rows, and how a row is spoken. */
	readonly lead: (data: Data, rows: readonly Item[], voice: Voice) => string;
	readonly speak: (item: Item, voice: Voice) => string;
	readonly detail?: Detail;
	readonly line?: (data: Data, rows: readonly Item[], canvas: Canvas) => Line;
	readonly headings?: (canvas: Canvas) => readonly Heading[];
	readonly troubled?: (data: Data | null, trouble: ViewTrouble, canvas: Canvas) => readonly Row[] | null;
	/** What stands beside the rows in JSON; absent: the days. */
	readonly beside?: (data: Data, scene: Scene) => {readonly [key: string]: Json};
	/** What comes behind the rows in JSON. */
	readonly behind?: (data: Data, scene: Scene) => {readonly [key: string]: Json};
	/** The name of the rows in JSON, where it is not the view's. */
	readonly jsonName?: string;
	/** A row in JSON, where it is more than its columns. */
	readonly json?: (item: Item) => {readonly [key: string]: Json};
};

/** More would be a list that nobody listens to. */
const spokenRows = 10;

/** Days of a window as JSON has them; dates as they were asked. */
const windowJson = ({query: {window}}: Scene): {readonly [key: string]: Json} =>
	'from' in window ? {from: window.from, to: window.to} : {days: window.days};

const drawn = <Item>({value, show}: Column<Item>, item: Item, scene: MaybeCanvas): string | Row => {
	if (show) return show(item, scene);
	const found = value(item);
	return found === null ? '' : String(found);
};

const headingOf = <Item>({heading = ''}: Column<Item>, scene: MaybeCanvas): string =>
	typeof heading === 'string' ? heading : heading(scene);

/** The columns that are drawn, as the table engine takes them. */
const tableColumns = <Data, Item>(
	{columns}: ListPlan<Data, Item>,
	rows: readonly Item[],
	scene: MaybeCanvas,
): readonly TableColumn<Item>[] =>
	columns
		.filter(({heading, when}) => heading !== undefined && (when?.(rows, scene) ?? true))
		.map(column => ({
			id: column.id,
			heading: headingOf(column, scene),
			value: column.value,
			text: item => drawn(column, item, scene),
			align: column.align ?? (rows.some(item => typeof column.value(item) === 'number') ? 'right' : 'left'),
			grows: column.grows,
			atMost: column.atMost,
			before: column.before,
			dropAt: column.dropAt,
			bar: column.bar,
			first: column.first,
			role: column.role,
		}));

/** What sorts after the list's own order, round and round: the columns as they are seen, from the one behind that order's on. */
const sortsAfter = (columns: ReadonlyArray<{readonly id: string}>, ranked: string | null): readonly string[] => {
	const ids = columns.map(({id}) => id);
	const at = ids.indexOf(ranked ?? '');
	return at < 0 ? ids : [...ids.slice(at + 1), ...ids.slice(0, at)];
};

/** The rows that pass the filter, in the order asked, from `start` on and at most `limit`. */
const chosenRows = <Data, Item>(plan: ListPlan<Data, Item>, data: Data, scene: Scene): readonly Item[] => {
	const all = plan.rows(data, scene);
	const {own, query} = scene;
	if (plan.takes.rows) return all;
	const columns = tableColumns({...plan, columns: plan.columns.map(column => ({heading: '', ...column}))}, all, scene);
	const sorted = sortRows(all, columns.find(({id}) => id === own.sort) ?? null, own.reverse);
	const found = filterRows(sorted, columns, own.filter);
	return found.slice(query.start, query.start + (query.limit ?? found.length));
};

/** A view that is a list: filtered, sorted, scrolled, walked into and exported by what its columns say. */
export const listView = <Data, Item>(plan: ListPlan<Data, Item>): View => {
	const rowsOf = (data: Data, scene: Scene): readonly Item[] => chosenRows(plan, data, scene);
	const itemOf = (key: string, data: Data, scene: Scene): Item | undefined =>
		[...(plan.ahead?.(data, scene) ?? []), ...rowsOf(data, scene)].find(each => plan.key(each) === key);
	const ids = plan.columns.map(({id}) => id);
	const exported = plan.columns.filter(column => column.exported ?? true);
	const record = (item: Item): {readonly [key: string]: Json} =>
		plan.json?.(item) ?? Object.fromEntries(exported.map(({id, value}) => [id, value(item)]));
	const emptyRows = (data: Data, canvas: Canvas): readonly Row[] => {
		const words = plan.empty(data, canvas);
		return sentenceRows(typeof words === 'string' ? [[{text: words}]] : words, canvas);
	};
	return defineView<Data>({
		...plan,
		keys: {
			sorts: plan.takes.sorts ?? plan.columns.filter(({heading}) => heading !== undefined).map(({id}) => id),
			switches: plan.switches ?? [],
		},
		columns: ids,
		draw: (data, canvas) => {
			const hasCursor = canvas.form !== 'report';
			const ahead = hasCursor ? (plan.ahead?.(data, canvas) ?? []) : [];
			const rows = [...ahead, ...rowsOf(data, canvas)];
			const whole = {start: 0, total: rows.length};
			const part = hasCursor ? plan.part?.(data) : undefined;
			const {start, total} = part ? {...part, total: part.total + ahead.length} : whole;
			const keys = keysAround(rows.map(plan.key), start, total);
			const base = {
				note: plan.note(data, rows, canvas),
				keys,
				headings: plan.headings?.(canvas) ?? [],
				...(plan.found && {found: plan.found(data, canvas)}),
			};
			if (rows.length === 0) return {...base, rows: emptyRows(data, canvas).slice(0, canvas.height)};
			const columns = tableColumns(plan, rows, canvas);
			const ranked = plan.ranked?.(canvas) ?? null;
			const drawn = (height: number, selected: number | null, ruled = false): DrawnTable =>
				drawTable({
					columns,
					rows,
					width: canvas.width,
					height,
					glyphs: canvas.glyphs,
					selected,
					sort: {id: canvas.own.sort ?? ranked, reverse: canvas.own.reverse},
					page: canvas.own.page,
					ruled,
					beyond: {above: start, below: Math.max(0, total - start - rows.length)},
					legend: shown => plan.legend?.(rows, canvas, shown) ?? '',
				});
			const draw: TableDraw = (height, selected) => drawn(height, selected).rows;
			const picture = canvas.form === 'report' ? null : (plan.picture?.draw(data, rows, canvas, draw) ?? null);
			if (picture) return picture;
			const above = canvas.height >= 6 ? (plan.above?.(data, rows, canvas) ?? []) : [];
			const selected = selectedIndex(canvas.own.selection, keys) - start;
			const item = rows[selected];
			const room = canvas.height - above.length;
			const spare = Number.isFinite(room)
				? Math.max(0, room - Math.max(4, Math.min(rows.length + 2, Math.ceil(room / 2))))
				: 0;
			const below = item && hasCursor && spare > 1 ? (plan.below?.(item, data, canvas, spare) ?? []) : [];
			const table = drawn(
				room - below.length,
				hasCursor ? (canvas.focused ? selected : -1) : null,
				above.length > 0 && plan.ruled === true && hasCursor,
			);
			return {
				...base,
				rows: [...above, ...table.rows, ...below].slice(0, canvas.height),
				pages: table.pages,
				...(plan.takes.sorts ? {} : {sorts: sortsAfter(columns, ranked)}),
			};
		},
		line: (data, canvas) => plan.line?.(data, rowsOf(data, canvas), canvas) ?? null,
		says: (data, voice) => {
			const rows = rowsOf(data, voice);
			const words = plan.empty(data, voice);
			if (rows.length === 0) {
				if (typeof words === 'string') return [words];
				return words.filter(({length}) => length > 0).map(row => sentence(row.map(({text}) => text).join('')));
			}
			const rest = rows.length - spokenRows;
			return [
				plan.lead(data, rows, voice),
				...rows.slice(0, spokenRows).map(item => plan.speak(item, voice)),
				...(rest > 0 ? [`And ${rest} more.`] : []),
			];
		},
		json: (data, scene) => ({
			...(plan.beside?.(data, scene) ?? windowJson(scene)),
			[plan.jsonName ?? plan.name]: rowsOf(data, scene).map(record),
			...plan.behind?.(data, scene),
		}),
		table: (data, scene): DataTable => ({
			columns: exported.map(({id}) => id),
			rows: rowsOf(data, scene).map(item => exported.map(({value}) => value(item))),
		}),
		enter: (key, data, scene) => {
			const item = itemOf(key, data, scene);
			return (item === undefined ? plan.picture?.enter(key, data, scene) : plan.enter?.(item, scene)) ?? null;
		},
		user: (key, data, scene) => {
			const item = itemOf(key, data, scene);
			return (item === undefined ? plan.picture?.user?.(key, data, scene) : plan.user?.(item, scene)) ?? null;
		},
	});
};
