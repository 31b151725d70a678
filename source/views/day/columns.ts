import {roleOfWay} from '../../canvas/ways.ts';
import {howWord, playTitle} from '../history/columns.ts';
import type {Column} from '../plan/list-view.ts';
import {playerName} from '../plan/player-name.ts';
import {personName} from '../plan/words.ts';
import {seenColumns} from '../plays/seen-plays.ts';
import type {DayRow} from './data.ts';
import {clock, startClock} from './streams.ts';

export const columns: readonly Column<DayRow>[] = [
	{id: 'row_id', value: ({rowId}) => rowId},
	{
		id: 'started',
		heading: 'from',
		value: ({startedAt}) => startedAt,
		show: ({startedAt}, scene) => startClock(startedAt, scene),
		align: 'left',
		first: 'up',
	},
	{
		id: 'stopped',
		heading: 'to',
		value: ({stoppedAt}) => stoppedAt,
		show: ({stoppedAt, running}, scene) => (running ? 'runs' : clock(stoppedAt, scene)),
		align: 'left',
	},
	{
		id: 'user',
		heading: 'user',
		value: ({user}) => user,
		show: ({user}, {names}) => personName(user, names),
		grows: true,
		atMost: 20,
	},
	{
		id: 'full_title',
		heading: 'title',
		value: ({fullTitle}) => fullTitle,
		show: play => playTitle(play),
		grows: true,
		atMost: 48,
		before: 20,
	},
	{
		id: 'transcode_decision',
		heading: 'how',
		value: ({transcodeDecision}) => transcodeDecision,
		show: ({transcodeDecision}) => [{text: howWord(transcodeDecision), role: roleOfWay(transcodeDecision)}],
		dropAt: 1,
	},
	{
		id: 'player',
		heading: 'on',
		value: ({player}) => player,
		show: ({player}, {names}) => playerName(player, names),
		dropAt: 3,
		atMost: 20,
	},
	...seenColumns,
	{id: 'session_key', value: ({running}) => running?.sessionKey ?? null},
	{id: 'running', value: ({running}) => running !== null},
];
