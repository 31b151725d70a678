import type {MirrorPlay} from '../../domain/plays/mirror.ts';
import {noGroup, noTime, noUser} from './absent.ts';

/** The columns of `plays` behind the server's id, in the order of a row's values. */
export const playColumns = [
	'row_id',
	'reference_id',
	'started_at',
	'stopped_at',
	'paused_seconds',
	'user_id',
	'rating_key',
	'parent_rating_key',
	'grandparent_rating_key',
	'media_type',
	'live',
	'transcode_decision',
	'platform',
	'title',
	'parent_title',
	'grandparent_title',
	'full_title',
	'guid',
	'player',
	'product',
	'network',
	'percent_complete',
	'season',
	'episode',
	'year',
	'machine_id',
	'title_id',
	'section_id',
] as const;

type Value = string | number | null;

/** The server's id, then the columns. */
export type PlayValues = Value[];

const changeable = playColumns.filter(name => name !== 'row_id' && name !== 'section_id');

/**
 * Saves a row, or brings it up to date. What is equal is not written. The section is replaced only by one that is known,
 * since most answers do not tell it.
 */
export const insertSql = `
INSERT INTO plays (server_id, ${playColumns.join(', ')})
VALUES (${Array.from({length: playColumns.length + 1}, () => '?').join(', ')})
ON CONFLICT (server_id, row_id) DO UPDATE SET
	${changeable.map(name => `${name} = excluded.${name}`).join(', ')},
	section_id = coalesce(excluded.section_id, section_id)
WHERE ${changeable.map(name => `${name} IS NOT excluded.${name}`).join(' OR ')}
	OR (excluded.section_id IS NOT NULL AND section_id IS NOT excluded.section_id)`;

/** Keys are numbers in the table where Tautulli has numbers, and NULL where it has none. */
const keyValue = (key: string): Value => (key === '' || key === '0' ? null : key);

/** The values of one row, in the order of the SQL above. */
export const bindPlay = (
	serverId: number,
	play: MirrorPlay,
	titleId: number,
	sectionId: string | undefined,
): PlayValues => [
	serverId,
	play.rowId,
	play.referenceId ?? noGroup,
	play.startedAt ?? noTime,
	play.stoppedAt ?? noTime,
	play.pausedSeconds,
	play.userId ?? noUser,
	keyValue(play.ratingKey),
	keyValue(play.parentRatingKey),
	keyValue(play.grandparentRatingKey),
	play.mediaType,
	play.live ? 1 : 0,
	play.transcodeDecision,
	play.platform,
	play.title,
	play.parentTitle,
	play.grandparentTitle,
	play.fullTitle,
	play.guid,
	play.player,
	play.product,
	play.network,
	play.percentComplete,
	play.seasonNumber,
	play.episodeNumber,
	play.year,
	play.machineId,
	titleId,
	sectionId === undefined || sectionId === '' ? null : sectionId,
];
