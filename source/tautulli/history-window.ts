import {z} from 'zod';
import type {AppError} from '../domain/app-error.ts';
import type {MirrorPlay} from '../domain/mirror.ts';
import {cleanText} from '../domain/text.ts';
import {serverError} from '../http/status.ts';
import type {Call, Parameters} from './call.ts';
import {historyLimits} from './limits.ts';
import type {HistoryWindow, WindowRequest} from './mirror-client.ts';
import {decision, flag, key, num, numOrNull, shownName, text} from './wire.ts';

const row = z
	.object({
		row_id: num,
		reference_id: num,
		started: num,
		stopped: numOrNull,
		paused_counter: numOrNull,
		user_id: num,
		user: text,
		friendly_name: z.string().nullish(),
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
	})
	.transform(
		(wire): MirrorPlay => ({
			rowId: wire.row_id,
			referenceId: wire.reference_id,
			startedAt: wire.started,
			stoppedAt: wire.stopped ?? 0,
			pausedSeconds: wire.paused_counter ?? 0,
			userId: wire.user_id,
			user: shownName(cleanText(wire.friendly_name ?? ''), wire.user),
			userKnown: typeof wire.friendly_name === 'string',
			ratingKey: wire.rating_key,
			parentRatingKey: wire.parent_rating_key,
			grandparentRatingKey: wire.grandparent_rating_key,
			mediaType: wire.media_type,
			live: wire.live,
			transcodeDecision: wire.transcode_decision,
			platform: wire.platform,
			title: wire.title,
			parentTitle: wire.parent_title,
			grandparentTitle: wire.grandparent_title,
			fullTitle: wire.full_title,
			guid: wire.guid,
		}),
	);

const wire = z.object({draw: num, recordsTotal: num, recordsFiltered: num, data: z.array(row)});

/** Tautulli builds the whole result of a window before it cuts out a page, and small machines take their time. */
const leastTimeoutSeconds = 120;
const mostBytes = 32 * 1024 * 1024;

const untrusted = (call: Call, words: string): AppError =>
	serverError(call.transport, 'bad-answer', `sent a part of its history that cannot be right: ${words}.`, {
		hint: 'The mirror keeps what it has and asks again next time.',
	});

/** A page holds what was asked for, each row once; `draw` is 0 where the query failed and the emptiness means nothing. */
const check = (call: Call, page: z.output<typeof wire>, start: number, length: number): void => {
	const {draw, recordsTotal, recordsFiltered, data} = page;
	if (draw === 0) {
		throw serverError(call.transport, 'server-error', 'could not read its history.', {
			hint: "Tautulli's log says why.",
		});
	}
	if (draw !== 1) throw untrusted(call, `draw is ${draw}`);
	if (recordsFiltered < 0 || recordsFiltered > recordsTotal) {
		throw untrusted(call, `${recordsFiltered} of ${recordsTotal} rows match`);
	}
	const due = Math.min(length, Math.max(recordsFiltered - start, 0));
	if (data.length !== due) throw untrusted(call, `${data.length} rows instead of ${due}`);
	if (new Set(data.map(({rowId}) => rowId)).size !== data.length) throw untrusted(call, 'a row came twice');
};

/** Asks for ungrouped rows without live sessions, oldest first, and trusts the answer only after the checks above. */
export const askHistory = async (
	call: Call,
	filter: Parameters,
	{start, length}: {readonly start: number; readonly length: number},
	signal?: AbortSignal,
): Promise<HistoryWindow> => {
	const query = {
		...filter,
		start,
		length,
		grouping: false,
		include_activity: false,
		order_column: 'date',
		order_dir: 'asc',
	};
	const timeoutSeconds = Math.max(leastTimeoutSeconds, call.transport.timeoutSeconds);
	const options = {
		...historyLimits(length, mostBytes),
		signal,
		timeoutSeconds,
		lane: 'history',
		gzip: true,
	} as const;
	const {data, ms} = await call.ask('get_history', query, options);
	const page = call.decode('get_history', wire, data);
	check(call, page, start, length);
	return {recordsTotal: page.recordsTotal, recordsFiltered: page.recordsFiltered, plays: page.data, ms};
};

/** A window of the history by the server's local dates. */
export const getHistoryWindow = (call: Call, request: WindowRequest, signal?: AbortSignal): Promise<HistoryWindow> => {
	const {after, before, sectionId, start, length} = request;
	const filter = {
		...(after === undefined ? {} : {after}),
		...(before === undefined ? {} : {before}),
		...(sectionId === undefined ? {} : {section_id: sectionId}),
	};
	return askHistory(call, filter, {start, length}, signal);
};
