import type {Board, BoardRow} from '../../../domain/board.ts';
import type {Snapshot} from '../../../domain/collection.ts';
import type {YAxis} from '../../../domain/media.ts';
import type {LoadContext} from '../../components/pane.ts';

/** The board; where the pane is zoomed, the snapshots of the selected collection too. */
export type CollectionsData = {
	readonly board: Board;
	readonly yAxis: YAxis;
	readonly mediaType: string | null;
	readonly trend: {readonly key: string; readonly snapshots: readonly Snapshot[]} | null;
};

/** What tells a collection from all others: a rating key alone belongs to whichever library has it now. */
export const keyOf = ({snapshot}: BoardRow): string => `${snapshot.sectionUuid}/${snapshot.ratingKey}`;

/** Days of snapshots that a trend shows. */
const trendDays = 90;

export const loadCollections = async (context: LoadContext<CollectionsData>): Promise<CollectionsData> => {
	const {sources, query, signal} = context;
	const {days, yAxis, mediaType} = query;
	const board = await sources.board({days, yAxis, ...(mediaType === null ? {} : {mediaType})}, signal);
	const chosen = board.rows.find(row => keyOf(row) === query.selected) ?? board.rows[0];
	if (!query.zoomed || !chosen) return {board, yAxis, mediaType, trend: null};
	const {sectionUuid, ratingKey} = chosen.snapshot;
	const snapshots = await sources.trend({sectionUuid, ratingKey, sinceDays: trendDays}, signal);
	return {board, yAxis, mediaType, trend: {key: keyOf(chosen), snapshots}};
};
