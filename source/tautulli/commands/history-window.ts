import * as z from 'zod/mini';
import type {AppError} from '../../domain/app-error.ts';
import {doubted} from '../../domain/doubt.ts';
import {serverError} from '../../http/status.ts';
import type {Call, Parameters} from '../call.ts';
import {historyLimits} from '../limits.ts';
import type {HistoryWindow, WindowRequest} from '../mirror-client.ts';
import {type ReadRows, readRows} from '../mirror-row.ts';
import {num} from '../wire.ts';

const wire = z.object({draw: num, recordsTotal: num, recordsFiltered: num, data: z.array(z.unknown())});

/** Tautulli builds the whole result of a window before it cuts out a page, and small machines take their time. */
const leastTimeoutSeconds = 120;
const mostBytes = 32 * 1024 * 1024;

const untrusted = (call: Call, words: string): AppError =>
	serverError(call.transport, 'bad-answer', `sent a part of its history that cannot be right: ${words}.`, {
		hint: 'What is known stays, and it is asked again next time.',
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
};

/** Fewer rows than this may all be odd: the last ones of an import, say. */
const leastRows = 20;

/** Each row comes once, and a page of nothing but odd rows is a broken answer rather than a history. */
const checkRows = (call: Call, {plays, unread}: ReadRows): void => {
	if (new Set(plays.map(({rowId}) => rowId)).size !== plays.length) throw untrusted(call, 'a row came twice');
	const owned = plays.some(({userId, referenceId}) => userId !== null && referenceId !== null);
	if (unread + plays.length >= leastRows ? !owned : unread > 0 && plays.length === 0) {
		throw doubted(`${call.transport.where} sent a part of its history that cannot be right: no row of it is whole.`);
	}
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
	const rows = readRows(page.data);
	checkRows(call, rows);
	return {recordsTotal: page.recordsTotal, recordsFiltered: page.recordsFiltered, ...rows, ms};
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
