import {formatLately} from '../../canvas/clock.ts';
import {formatMinutes} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import type {Column} from '../../canvas/table/column.ts';
import {drawTable} from '../../canvas/table/draw.ts';
import type {Play} from '../../domain/plays/play.ts';
import type {Sources} from '../../questions/sources.ts';
import {howRow, playTitle} from '../history/columns.ts';
import {cursorIndex} from '../plan/cells.ts';
import {playerName} from '../plan/player-name.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {orUnseen} from '../streams/why.ts';

/** What ran beside a play: others at the same time, and the user's own before and after it, the newest first. */
export type PlayAround = {
	readonly together: readonly Play[];
	readonly own: readonly Play[];
	/** What Tautulli joined it to; null: it stands alone. */
	readonly whole: Play | null;
};

const daySeconds = 86_400;

/** Plays before and after; more would be the user's page. */
const mostOwn = 40;

/** Asked beside a play, which stands without them. */
export const askAround = async (sources: Sources, play: Play, signal: AbortSignal): Promise<PlayAround> => {
	const {startedAt, stoppedAt, userId, user} = play;
	if (startedAt === null || stoppedAt === null) return {together: [], own: [], whole: null};
	const middle = Math.floor((startedAt + stoppedAt) / 2);
	const where = userId === null ? null : {user: [{id: String(userId), name: user}]};
	const page = {sort: 'date', reverse: false, limit: mostOwn, start: 0} as const;
	const [moment, history] = await Promise.all([
		orUnseen(sources.moment({at: middle, where: {}}, signal)),
		where ? orUnseen(sources.history({window: {days: 2, at: startedAt + daySeconds}, where, ...page}, signal)) : null,
	]);
	const own = history?.plays ?? [];
	const isOther = (one: Play): boolean => one.rowId !== null && one.rowId !== play.rowId;
	const isWhole = ({joinedRows = []}: Play): boolean => joinedRows.length > 1 && joinedRows.includes(play.rowId ?? -1);
	return {
		whole: own.find(isWhole) ?? null,
		together: (moment?.plays ?? []).filter(one => isOther(one) && one.userId !== userId),
		own: own.filter(one => isOther(one) && !one.joinedRows?.includes(play.rowId ?? -1)),
	};
};

/** A play that stands around; null: the key is of none. */
export const playAround = ({together, own}: Omit<PlayAround, 'whole'>, key: string): Play | null =>
	[...together, ...own].find(({rowId}) => String(rowId) === key) ?? null;

const columns = (withUser: boolean, {now, zone, names, glyphs}: Scene): readonly Column<Play>[] => {
	const text = (id: string, of: (play: Play) => string | Row, more: Partial<Column<Play>> = {}): Column<Play> => ({
		id,
		heading: '',
		value: () => null,
		text: of,
		align: 'left',
		...more,
	});
	const startOf = ({startedAt}: Play): string => (startedAt === null ? '' : formatLately(startedAt, now, zone));
	return [
		text('date', startOf),
		...(withUser ? [text('user', ({user}) => personName(user, names), {grows: true, atMost: 20})] : []),
		text('title', playTitle, {grows: true, atMost: 48}),
		text('seen', ({percentComplete}) => (percentComplete === null ? '' : `${percentComplete} %`), {
			align: 'right',
			dropAt: 2,
		}),
		text('how', ({transcodeDecision}) => howRow(transcodeDecision)),
		text('on', ({player}) => playerName(player, names), {
			grows: true,
			atMost: 20,
			dropAt: 1,
		}),
		text('length', ({playedSeconds}) => (playedSeconds === null ? '' : formatMinutes(playedSeconds, glyphs)), {
			align: 'right',
			dropAt: 3,
		}),
	];
};

const keyOf = ({rowId}: Play): string => String(rowId);

/** Rows below the facts of a play, and all keys of the page: its own comes first. */
export const aroundRows = (
	{together, own}: Omit<PlayAround, 'whole'>,
	key: string,
	canvas: Canvas,
	room: number,
): {readonly rows: readonly Row[]; readonly keys: readonly string[]} => {
	const {glyphs, width} = canvas;
	if (canvas.form === 'report' || room < 4) return {rows: [], keys: [key]};
	const mostTogether = own.length === 0 ? room - 2 : Math.floor((room - 3) / 2);
	const shownTogether = together.slice(0, Math.max(0, mostTogether));
	const head = shownTogether.length === 0 ? 0 : shownTogether.length + 1;
	const shownOwn = own.slice(0, Math.max(0, room - head - 2));
	const keys = [key, ...shownTogether.map(keyOf), ...shownOwn.map(keyOf)];
	const here = cursorIndex(canvas, keys) - 1;
	const list = (title: string, plays: readonly Play[], first: number, withUser: boolean): readonly Row[] => {
		if (plays.length === 0) return [];
		const words = `${glyphs.box.rule} ${title} `;
		const selected = here - first;
		return [
			[{text: words + glyphs.box.rule.repeat(Math.max(0, width - words.length)), role: 'dim'}],
			...drawTable({
				columns: columns(withUser, canvas),
				rows: plays,
				width,
				height: plays.length,
				glyphs,
				selected: selected >= 0 && selected < plays.length ? selected : -1,
				sort: {id: null, reverse: false},
			}).rows,
		];
	};
	const rows = [
		...list('at the same time', shownTogether, 0, true),
		...list('before and after it', shownOwn, shownTogether.length, false),
	];
	return {rows: rows.length === 0 ? [] : [[], ...rows], keys};
};
