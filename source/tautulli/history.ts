import * as z from 'zod';
import {AppError} from '../domain/app-error.ts';
import type {HistoryPage} from '../domain/play.ts';
import {serverError} from '../http/status.ts';
import type {Call} from './call.ts';
import type {HistoryRequest} from './client.ts';
import {historyLimits} from './limits.ts';
import {play} from './play.ts';
import {num} from './wire.ts';
import {rowWords} from './words.ts';

const wire = z.object({draw: num, recordsTotal: num, recordsFiltered: num, data: z.unknown().optional()});

/** Tautulli builds the whole result before it cuts out a page: 7 to 46 s on 200,000 rows, whatever the page. */
const leastTimeoutSeconds = 60;
/** As much as a large page on the command line may take. */
const mostBytes = 300 * 1024 * 1024;

/** A server that sends some rows more than asked is none that sends whatever it likes. */
const slackRows = 10_000;

/** A length of -1 drops the last row, and a start below 0 counts from the end: neither is what anybody means. */
const requireCount = (count: number): number => {
	if (Number.isSafeInteger(count) && count >= 0) return count;
	throw new AppError('usage', 'A page of history starts at 0 or more and is 0 or more long.');
};

/** A page of history, newest first, without live sessions. A `draw` of 0 is how Tautulli says that its query failed. */
export const getHistory = async (call: Call, request: HistoryRequest, signal?: AbortSignal): Promise<HistoryPage> => {
	const start = requireCount(request.start);
	const query = {
		start,
		length: requireCount(request.length),
		grouping: call.grouping,
		include_activity: false,
		order_column: 'date',
		order_dir: 'desc',
		...(request.mediaType !== undefined && {media_type: request.mediaType}),
		...(request.sectionId !== undefined && {section_id: request.sectionId}),
	};
	const timeoutSeconds = Math.max(leastTimeoutSeconds, call.transport.timeoutSeconds);
	const options = {
		...historyLimits(request.length, mostBytes),
		signal,
		timeoutSeconds,
		lane: 'history',
		gzip: true,
	} as const;
	const page = await call.read('get_history', wire, query, options);
	if (page.draw === 0) {
		throw serverError(call.transport, 'server-error', 'could not read its history.', {
			hint: "Tautulli's log says why.",
		});
	}
	const words = {...rowWords, most: query.length + slackRows};
	const {read: plays, sent} = call.decodeList('get_history', words, play, page.data);
	return {recordsTotal: page.recordsTotal, recordsFiltered: page.recordsFiltered, start, sent, plays};
};
