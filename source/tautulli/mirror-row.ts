import * as z from 'zod/mini';
import type {MirrorPlay} from '../domain/plays/mirror.ts';
import {cleanText} from '../domain/text/text.ts';
import {decision, flag, key, num, numOrNull, shownName, text} from './wire.ts';

/** SQLite knows no dates outside of the years 0 to 9999: to Tautulli such a time is none. */
const firstTime = -62_167_219_200;
const lastTime = 253_402_300_799;

/** Unix seconds; null for none, and for what is no time. */
export const time = z.pipe(
	numOrNull,
	z.transform(value => (value !== null && value >= firstTime && value <= lastTime ? Math.trunc(value) : null)),
);

const wire = z.object({
	row_id: num,
	reference_id: numOrNull,
	started: time,
	stopped: time,
	paused_counter: numOrNull,
	user_id: numOrNull,
	user: text,
	friendly_name: z.transform(value => (typeof value === 'string' ? value : null)),
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
	transcode_decision: decision,
	platform: text,
	player: text,
	product: text,
	location: text,
	percent_complete: numOrNull,
	parent_media_index: numOrNull,
	media_index: numOrNull,
	year: numOrNull,
	machine_id: key,
});

type Wire = z.output<typeof wire>;

const playOf = (row: Wire): MirrorPlay => ({
	rowId: row.row_id,
	referenceId: row.reference_id,
	startedAt: row.started,
	stoppedAt: row.stopped,
	pausedSeconds: row.paused_counter ?? 0,
	userId: row.user_id,
	user: shownName(cleanText(row.friendly_name ?? ''), row.user),
	userKnown: typeof row.friendly_name === 'string' && row.user_id !== null,
	ratingKey: row.rating_key,
	parentRatingKey: row.parent_rating_key,
	grandparentRatingKey: row.grandparent_rating_key,
	mediaType: row.media_type,
	live: row.live,
	transcodeDecision: row.transcode_decision,
	platform: row.platform,
	title: row.title,
	parentTitle: row.parent_title,
	grandparentTitle: row.grandparent_title,
	fullTitle: row.full_title,
	guid: row.guid,
	player: row.player,
	product: row.product,
	network: row.location,
	percentComplete: row.percent_complete,
	seasonNumber: row.media_type === 'episode' ? row.parent_media_index : null,
	episodeNumber: row.media_type === 'episode' ? row.media_index : null,
	year: row.year,
	machineId: row.machine_id,
});

/** What a row lacks that every row of Tautulli's own making has. */
const lacks = (row: Wire): string[] => [
	...(row.started === null ? ['start'] : []),
	...(row.stopped === null ? ['end'] : []),
	...(row.user_id === null ? ['user'] : []),
	...(row.reference_id === null ? ['group'] : []),
	...(row.paused_counter === null ? ['pauses'] : []),
	...(row.rating_key === '' ? ['key'] : []),
	...(row.media_type === '' ? ['kind'] : []),
];

/** Rows of a page by what became of them; `odd`: a sentence for each that lacks something. */
export type ReadRows = {
	readonly plays: readonly MirrorPlay[];
	/** Rows that cannot be kept, since they have no number. */
	readonly unread: number;
	readonly odd: readonly string[];
};

/** Reads rows one by one, so that an odd one costs itself alone. */
export const readRows = (values: readonly unknown[]): ReadRows => {
	const plays: MirrorPlay[] = [];
	const odd: string[] = [];
	for (const value of values) {
		const {success, data: row} = wire.safeParse(value);
		if (!success) continue;
		plays.push(playOf(row));
		const missing = lacks(row);
		if (missing.length === 0) continue;
		odd.push(
			`Row ${row.row_id} of Tautulli's history has no ${missing.join(', no ')}; it counts as Tautulli counts it.`,
		);
	}
	const unread = values.length - plays.length;
	if (unread > 0) odd.push("A row of Tautulli's history has no row number, so it is left out.");
	return {plays, unread, odd};
};
