import type {Choice} from '../../domain/plays/narrowing.ts';
import {playTitle} from '../history/columns.ts';
import type {Scene} from '../plan/scene.ts';
import type {Step} from '../plan/view.ts';
import {personName} from '../plan/words.ts';
import type {DayRow} from './data.ts';

/** The play, or the stream where it still runs. */
export const opens = (row: DayRow): Step => {
	const name = playTitle(row);
	return row.running
		? {view: 'stream', subject: {id: row.running.sessionKey, name}}
		: {view: 'play', subject: {id: String(row.rowId), name}};
};

export const userOf = ({userId, user}: DayRow, {names}: Pick<Scene, 'names'>): Choice | null =>
	userId === null ? null : {id: String(userId), name: personName(user, names)};
