import type {Row} from '../../canvas/row.ts';
import {identityOf} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {playerName} from '../../views/plan/player-name.ts';
import {personName} from '../../views/plan/words.ts';
import {dataOf} from '../feeds/reading.ts';
import {hint, keyHint} from '../hint.ts';
import type {Shell} from '../shell.ts';
import type {Dialog} from './dialog.ts';

const dialogCells = 60;

/** Whose stream it is, what it shows, and where; what the viewer will read. */
const questionRows = (shell: Shell): readonly Row[] => {
	const {state, activity} = shell;
	const session = dataOf(activity)?.sessions.find(each => identityOf(each) === state.stopping);
	if (!session) return [[{text: '  This stream has ended already.'}]];
	const names = state.settings?.names ?? 'full';
	const player = playerName(session.player, names);
	const message = state.settings?.stopMessage;
	return [
		[
			{text: `  ${personName(session.user, names)}   `, role: 'bold'},
			{text: shownTitle(session.fullTitle, session.title)},
			{text: player === '' ? '' : `   on ${player}`, role: 'dim'},
		],
		[{text: '  message  ', role: 'dim'}, {text: message ?? 'Plex’s own words'}],
	];
};

/** Asks whether to stop a stream: only `y` does it. */
export const stopDialog = (shell: Shell): Dialog => {
	const rows = questionRows(shell);
	const answers: Row =
		rows.length === 1
			? [{text: '  '}, ...keyHint('esc', 'back')]
			: [{text: '  '}, ...hint('yes', shell, 'stop it'), {text: '     '}, ...keyHint('esc', 'keep playing')];
	return {title: 'Stop this stream?', note: '', rows: [...rows, answers], width: dialogCells, tallest: 5};
};
