import type {Row} from '../../canvas/row.ts';
import type {Column as TableColumn} from '../../canvas/table/column.ts';
import {drawTable} from '../../canvas/table/draw.ts';
import {filterRows} from '../../canvas/table/filter.ts';
import {sortRows} from '../../canvas/table/order.ts';
import type {Choice} from '../../domain/plays/narrowing.ts';
import type {Coverage} from '../../domain/plays/plays.ts';
import type {DataCell, DataTable} from '../../export/data-table.ts';
import type {Json} from '../../export/json.ts';
import {type Switch, selectedIndex} from './own.ts';
import {keysAround} from './pages.ts';
import type {Canvas, Heading, Scene, Voice} from './scene.ts';
import {defineView, type Line, type PlanHead, type Step, type View, type ViewTrouble} from './view.ts';
import {sentence, sentenceRows} from './words.ts';

/** A scene that may have a width to draw on. */
type MaybeCanvas = Scene & Partial<Pick<Canvas, 'width'>>;

/** A column of a list: one id for JSON, CSV, sorting and filtering, and how its value looks. */
export type Column<Item> = {
	readonly id: string;
	/** What programs read and rows are sorted by. */
	readonly value: (item: Item) => DataCell;
	/** Above the column; absent: the column is not drawn. */
	readonly heading?: string;
	/** How it looks, where that is not the value itself. */
	readonly show?: (item: Item, scene: Scene) => string | Row;
	readonly align?: 'left' | 'right';
	readonly grows?: boolean;
	readonly atLeast?: number;
	readonly atMost?: number;
	readonly dropAt?: number;
	readonly further?: boolean;
	readonly bar?: boolean;
	readonly first?: 'up' | 'down';
	readonly role?: 'dim';
	/** Drawn only where this holds: a column that knows nothing takes no room. */
	readonly when?: (rows: readonly Item[], scene: MaybeCanvas) => boolean;
	/** False: it is drawn alone, and no program reads it. */
	readonly exported?: boolean;
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
	readonly empty: (data: Data, scene: Scene) => string | readonly Row[];
	/** Right end of the title rule. */
	readonly note: (data: Data, rows: readonly Item[], scene: Scene) => string;
	/** Rows above the table, where the canvas has room for them. */
	readonly above?: (data: Data, rows: readonly Item[], canvas: Canvas) => readonly Row[];
	/** Rows below it, of the row that the cursor is on; `room` rows are free. */
	readonly below?: (item: Item, data: Data, canvas: Canvas, room: number) => readonly Row[];
	readonly legend?: (rows: readonly Item[], canvas: Canvas) => string;
	readonly enter?: (item: Item, scene: Scene) => Step | null;
	/** Whose a row is: what the key `u` opens. */
	readonly user?: (item: Item, scene: Scene) => Choice | null;
	/** The sentence before the rows, and how a row is spoken. */
	readonly lead: (data: Data, rows: readonly Item[], voice: Voice) => string;
	readonly speak: (item: Item, voice: Voice) => string;
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

const drawn = <Item>({value, show}: Column<Item>, item: Item, scene: Scene): string | Row => {
	if (show) return show(item, scene);
	const found = value(item);
	return found === null ? '' : String(found);
};

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
			heading: column.heading ?? '',
			value: column.value,
			text: item => drawn(column, item, scene),
			align: column.align ?? (rows.some(item => typeof column.value(item) === 'number') ? 'right' : 'left'),
			grows: column.grows,
			atLeast: column.atLeast,
			atMost: column.atMost,
			dropAt: column.dropAt,
			further: column.further,
			bar: column.bar,
			first: column.first,
			role: column.role,
		}));

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
			const base = {note: plan.note(data, rows, canvas), keys, headings: plan.headings?.(canvas) ?? []};
			if (rows.length === 0) return {...base, rows: emptyRows(data, canvas).slice(0, canvas.height)};
			const above = canvas.height >= 6 ? (plan.above?.(data, rows, canvas) ?? []) : [];
			const selected = selectedIndex(canvas.own.selection, keys) - start;
			const item = rows[selected];
			const room = canvas.height - above.length;
			const spare = Number.isFinite(room)
				? Math.max(0, room - Math.max(4, Math.min(rows.length + 2, Math.ceil(room / 2))))
				: 0;
			const below = item && hasCursor && spare > 1 ? (plan.below?.(item, data, canvas, spare) ?? []) : [];
			const table = drawTable({
				columns: tableColumns(plan, rows, canvas),
				rows,
				width: canvas.width,
				height: room - below.length,
				glyphs: canvas.glyphs,
				selected: hasCursor ? (canvas.focused ? selected : -1) : null,
				sort: {id: canvas.own.sort ?? plan.ranked?.(canvas) ?? null, reverse: canvas.own.reverse},
				legend: plan.legend?.(rows, canvas) ?? '',
				beyond: {above: start, below: Math.max(0, total - start - rows.length)},
			});
			const blanks = below.length === 0 ? 0 : room - below.length - table.length;
			const filled = Array.from({length: Math.max(0, blanks)}, (): Row => []);
			return {...base, rows: [...above, ...table, ...filled, ...below].slice(0, canvas.height)};
		},
		line: (data, canvas) => plan.line?.(data, rowsOf(data, canvas), canvas) ?? null,
		says: (data, voice) => {
			const rows = rowsOf(data, voice);
			const words = plan.empty(data, voice);
			if (rows.length === 0) {
				return typeof words === 'string' ? [words] : words.map(row => sentence(row.map(({text}) => text).join('')));
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
			return item === undefined ? null : (plan.enter?.(item, scene) ?? null);
		},
		user: (key, data, scene) => {
			const item = itemOf(key, data, scene);
			return item === undefined ? null : (plan.user?.(item, scene) ?? null);
		},
	});
};
