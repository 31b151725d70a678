import * as z from 'zod';
import type {Play} from '../domain/play.ts';
import {decision, flag, key, num, numOrNull, shownName, text} from './wire.ts';

const wire = z.object({
	row_id: numOrNull,
	reference_id: numOrNull,
	started: num,
	stopped: numOrNull,
	paused_counter: numOrNull,
	duration: numOrNull,
	user_id: numOrNull,
	user: text,
	friendly_name: text,
	rating_key: key,
	parent_rating_key: key,
	grandparent_rating_key: key,
	media_type: text,
	live: flag,
	title: text,
	parent_title: text,
	grandparent_title: text,
	full_title: text,
	guid: text,
	media_index: numOrNull,
	parent_media_index: numOrNull,
	transcode_decision: decision,
	platform: text,
	player: text,
	product: text,
	location: text,
	percent_complete: numOrNull,
});

/** One row of get_history. Rows brought in from older tools may lack `stopped`, and with it their duration. */
export const play = wire.transform((row): Play => {
	const isEpisode = row.media_type === 'episode';
	return {
		rowId: row.row_id,
		referenceId: row.reference_id,
		startedAt: row.started,
		stoppedAt: row.stopped,
		pausedSeconds: row.paused_counter ?? 0,
		playedSeconds: row.duration,
		userId: row.user_id,
		user: shownName(row.friendly_name, row.user),
		ratingKey: row.rating_key,
		parentRatingKey: row.parent_rating_key,
		grandparentRatingKey: row.grandparent_rating_key,
		mediaType: row.media_type,
		live: row.live,
		title: row.title,
		parentTitle: row.parent_title,
		grandparentTitle: row.grandparent_title,
		fullTitle: row.full_title,
		guid: row.guid,
		seasonNumber: isEpisode ? row.parent_media_index : null,
		episodeNumber: isEpisode ? row.media_index : null,
		transcodeDecision: row.transcode_decision,
		platform: row.platform,
		player: row.player,
		product: row.product,
		location: row.location,
		percentComplete: row.percent_complete,
	};
});
