import {formatStart} from '../../canvas/clock.ts';
import {formatMinutes} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import {textWidth} from '../../canvas/widths.ts';
import type {Play} from '../../domain/plays/play.ts';
import {shownTitle} from '../../domain/text/text.ts';
import type {Column} from '../plan/list-view.ts';
import {playerName} from '../plan/player-name.ts';
import {personName} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';

/** Tautulli's word of a decision as people read it. */
export const howWord = (decision: string): string => (decision === 'copy' ? 'direct stream' : decision);

/** The same in its colour. */
export const howRow = (decision: string): Row => [{text: howWord(decision), role: roleOfWay(decision)}];

const two = (value: number): string => String(value).padStart(2, '0');

/** "Harbour Lights  S02E05", or the title. */
export const playTitle = ({
	mediaType,
	grandparentTitle,
	seasonNumber,
	episodeNumber,
	fullTitle,
	title,
}: Play): string =>
	mediaType === 'episode' && grandparentTitle !== '' && seasonNumber !== null && episodeNumber !== null
		? `${shownTitle(grandparentTitle)}  S${two(seasonNumber)}E${two(episodeNumber)}`
		: shownTitle(fullTitle, title);

const percent = ({percentComplete}: Play): string => (percentComplete === null ? '' : `${percentComplete} %`);

/** "of 3 parts": it was left and taken up again, and Tautulli joined them; '' for a play of one part. */
const partsWords = ({joinedRows}: Play): string => {
	const parts = joinedRows?.length ?? 1;
	return parts > 1 ? `of ${parts} parts` : '';
};

/** The columns of plays, in the order of the screen; those without a heading are for programs. */
export const playColumns: readonly Column<Play>[] = [
	{id: 'row_id', value: ({rowId}) => rowId},
	{id: 'reference_id', value: ({referenceId}) => referenceId},
	{
		id: 'date',
		heading: 'started',
		value: ({lastStartedAt}) => lastStartedAt,
		show: ({lastStartedAt}, {now, zone, glyphs}) =>
			lastStartedAt === null ? glyphs.none : formatStart(lastStartedAt, now, zone),
		align: 'left',
		first: 'down',
	},
	{id: 'started', value: ({startedAt}) => startedAt},
	{id: 'stopped', value: ({stoppedAt}) => stoppedAt},
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
	{id: 'rating_key', value: ({ratingKey}) => keyValue(ratingKey)},
	{id: 'media_type', value: ({mediaType}) => mediaType},
	{
		id: 'transcode_decision',
		heading: 'how',
		value: ({transcodeDecision}) => transcodeDecision,
		show: ({transcodeDecision}) => howRow(transcodeDecision),
		dropAt: 2,
	},
	{
		id: 'player',
		heading: 'on',
		value: ({player}) => player,
		show: ({player}, {names}) => playerName(player, names),
		dropAt: 3,
		atMost: 20,
		when: rows => rows.some(({player}) => textWidth(player) > 0),
	},
	{
		id: 'duration',
		heading: 'length',
		value: ({playedSeconds}) => playedSeconds,
		show: ({playedSeconds}, {glyphs}) => (playedSeconds === null ? '' : formatMinutes(playedSeconds, glyphs)),
		align: 'right',
		dropAt: 1,
	},
	{
		id: 'parts',
		heading: '',
		value: ({joinedRows}) => joinedRows?.length ?? 1,
		show: play => [{text: partsWords(play), role: 'dim'}],
		align: 'left',
		dropAt: 5,
		when: rows => rows.some(play => partsWords(play) !== ''),
		exported: false,
	},
	{
		id: 'percent_complete',
		heading: 'seen',
		value: ({percentComplete}) => percentComplete,
		show: play => percent(play),
		align: 'right',
		dropAt: 4,
	},
	{id: 'title', value: ({title}) => title},
	{id: 'platform', value: ({platform}) => platform},
	{id: 'product', value: ({product}) => product},
	{
		id: 'network',
		heading: 'net',
		value: ({location}) => location,
		show: ({location}) => location.toUpperCase(),
		dropAt: 6,
		when: rows => rows.some(({location}) => location !== ''),
	},
	{
		id: 'library',
		heading: 'library',
		value: ({library}) => library ?? null,
		grows: true,
		atMost: 16,
		dropAt: 7,
		when: rows => rows.some(({library}) => library !== undefined),
	},
	{
		id: 'paused',
		heading: 'paused',
		value: ({pausedSeconds}) => pausedSeconds,
		show: ({pausedSeconds}, {glyphs}) => (pausedSeconds < 60 ? glyphs.none : formatMinutes(pausedSeconds, glyphs)),
		align: 'right',
		dropAt: 9,
	},
];
