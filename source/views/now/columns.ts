import type {Canvas, Heading} from '../plan/scene.ts';

/** What a row says behind its bar. */
export type RightName =
	| 'how'
	| 'why'
	| 'on'
	| 'picture'
	| 'sound'
	| 'product'
	| 'library'
	| 'started'
	| 'network'
	| 'rate'
	| 'ends';

/** A column behind the bar: its cells, and blanks before it. */
type RightColumn = {
	readonly name: RightName;
	readonly heading: string;
	readonly width: number;
	readonly before: number;
	readonly isRight: boolean;
};

/** The columns of a screen of this width: the same for every row, so that nothing jumps when a stream comes. */
export type Columns = {
	readonly user: number;
	readonly title: number;
	readonly bar: number;
	/** Blanks behind the bar: beyond a width there is no more to say. */
	readonly slack: number;
	readonly right: readonly RightColumn[];
};

/** From these widths on there is a bar; reasons and players; what becomes of the picture; all else. */
export const widths = {bar: 70, why: 118, picture: 145, all: 210, sound: 240, product: 265} as const;

/** Longer names and titles give way to what else there is to say; a longer bar says no more. */
const most = {user: 20, title: 48, bar: 24, longBar: 40, why: 60, on: 18} as const;

/** Cursor, mark, and blanks around them; the last cell stays blank. */
const lead = 4;
const last = 1;

const column = (name: RightName, heading: string, width: number, before = 1, isRight = false): RightColumn => ({
	name,
	heading,
	width,
	before,
	isRight,
});

const ends = (before: number): readonly RightColumn[] => [
	// Two words that are neighbours: there is no rule between them.
	column('network', 'net Mb/s', 3),
	column('rate', '', 5, 1, true),
	column('ends', 'ends', 6, before, true),
];

const rightOf = (width: number): readonly RightColumn[] => {
	const how = column('how', 'how', 14);
	if (width < widths.why) return [how, ...ends(1)];
	if (width < widths.picture) return [how, column('why', 'why', 32, 2), column('on', 'on', 10), ...ends(1)];
	const picture = column('picture', 'picture', 11);
	if (width < widths.all) return [how, column('why', 'why', 34, 2), column('on', 'on', 10), picture, ...ends(2)];
	return [
		how,
		column('why', 'why', 40, 2),
		column('on', 'on', 18),
		...(width < widths.product ? [] : [column('product', 'app', 18)]),
		picture,
		...(width < widths.sound ? [] : [column('sound', 'sound', 20)]),
		column('started', 'started', 7),
		column('library', 'library', 12),
		...ends(2),
	];
};

const clamp = (value: number, least: number, greatest: number): number => Math.max(least, Math.min(greatest, value));

const cellsOf = (columns: readonly RightColumn[]): number =>
	columns.reduce((sum, {width, before}) => sum + width + before, 0);

/** Cells of the name and the bar, where nothing has to give way. */
const leftOf = (width: number): {readonly user: number; readonly bar: number} => {
	if (width < widths.why) return {user: clamp(Math.round(width / 9), 8, 16), bar: clamp(Math.floor(width / 11), 5, 16)};
	return width < widths.picture ? {user: 8, bar: 6} : {user: 16, bar: 10};
};

/** What is left of a width when some columns grow to what they need. */
const grown = (right: readonly RightColumn[], name: RightName, by: number): readonly RightColumn[] =>
	right.map(each => (each.name === name ? {...each, width: each.width + by} : each));

const widthOf = (right: readonly RightColumn[], name: RightName): number =>
	right.find(each => each.name === name)?.width ?? 0;

/** Cells that the longest name, title, reason and player would take. */
export type Needs = {readonly user: number; readonly title: number; readonly why: number; readonly on: number};

/** What no name, title or bar needs any more tells more of players and reasons. */
const widened = (right: readonly RightColumn[], extra: number): readonly RightColumn[] => {
	const on = widthOf(right, 'on') === 0 ? 0 : clamp(most.on - widthOf(right, 'on'), 0, extra);
	const why = widthOf(right, 'why') === 0 ? 0 : clamp(most.why - widthOf(right, 'why'), 0, extra - on);
	return grown(grown(right, 'on', on), 'why', why);
};

/** Cells that reasons keep, whoever needs theirs. */
const leastWhy = 12;

/** A player or a title that would be cut beside blanks of the reasons gets those. */
const evened = (right: readonly RightColumn[], needs: Needs, missingTitle: number): readonly RightColumn[] => {
	if (widthOf(right, 'why') === 0) return right;
	const spare = Math.max(0, widthOf(right, 'why') - Math.max(leastWhy, needs.why));
	const on = clamp(Math.min(needs.on, most.on) - widthOf(right, 'on'), 0, spare);
	const title = clamp(missingTitle, 0, spare - on);
	return grown(grown(right, 'on', on), 'why', -on - title);
};

/** Name and title share their room: where one of them would be cut beside blanks of the other, it gets those. */
const shared = (room: number, usual: number, needs: Needs): {readonly user: number; readonly title: number} => {
	const mostUser = Math.min(most.user, needs.user, Math.max(usual, room - Math.min(most.title, needs.title)));
	const user = needs.title > room - usual ? clamp(needs.user, 5, usual) : Math.max(usual, mostUser);
	const fitting = Math.max(user, room - most.title);
	return {user: fitting, title: room - fitting};
};

/** The columns of rows with a bar. */
export const columnsFor = (width: number, needs: Needs): Columns => {
	const usual = leftOf(width);
	// Two blanks stand between name, title and bar.
	const roomBeside = (right: readonly RightColumn[]): number => width - lead - last - cellsOf(right) - 2;
	const plain = rightOf(width);
	const wide = widened(plain, Math.max(0, roomBeside(plain) - most.user - most.title - most.bar));
	const wanted = Math.min(most.user, needs.user) + Math.min(most.title, needs.title) + usual.bar;
	const right = evened(wide, needs, wanted - roomBeside(wide));
	const room = roomBeside(right);
	const bar = Math.max(room - most.user - most.title, usual.bar);
	const shown = Math.min(bar, most.longBar);
	return {...shared(room - bar, usual.user, needs), bar: shown, slack: bar - shown, right};
};

/** Of no stream. */
const noNeeds: Needs = {user: 0, title: 0, why: 0, on: 0};

/** A clock is a cell narrower than its column, which has room for `paused`. */
const atOf = ({name}: RightColumn, start: number): number => (name === 'ends' ? start + 1 : start);

/** Where the words of the title rule stand: exactly over their columns. */
export const streamHeadings = ({width}: Pick<Canvas, 'width'>, needs: Needs = noNeeds): readonly Heading[] => {
	if (width < widths.bar) return [{at: width - (width < 40 ? 5 : 6), text: 'ends'}];
	const headings: Heading[] = [];
	let start = width - last;
	for (const column of columnsFor(width, needs).right.toReversed()) {
		start -= column.width;
		if (column.heading !== '') headings.unshift({at: atOf(column, start), text: column.heading});
		start -= column.before;
	}
	return headings;
};
