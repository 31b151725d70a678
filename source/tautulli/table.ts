import * as z from 'zod/mini';
import {createElementReader, type ElementSchema} from '../http/elements.ts';
import type {ListWords} from '../http/odd-words.ts';
import {serverError} from '../http/status.ts';
import type {Call, CallOptions, Parameters} from './call.ts';
import type {Command} from './known-commands.ts';
import {num} from './wire.ts';

const pageLength = 1000;
const mostPages = 1000;

type Tables = Extract<Command, 'get_collections_table' | 'get_libraries_table' | 'get_users_table'>;

const wire = z.object({draw: num, recordsFiltered: num, data: z.optional(z.unknown())});

/** Reads all pages of one of the `*_table` commands, row by row. A `draw` of 0 is how Tautulli says that its query failed. */
export const readTable = async <Row>(
	call: Call,
	command: Tables,
	row: ElementSchema<Row>,
	words: Omit<ListWords, 'what'>,
	parameters: Parameters,
	options: CallOptions,
): Promise<Row[]> => {
	const reader = createElementReader(call.transport, row, {what: command, ...words}, call.odd);
	const rows: Row[] = [];
	let received = 0;
	for (let page = 0; page < mostPages; page++) {
		const paged = {...parameters, start: received, length: pageLength};
		const answer = await call.read(command, wire, paged, options);
		if (answer.draw === 0) {
			throw serverError(call.transport, 'server-error', `failed at ${command}.`, {hint: "Tautulli's log says why."});
		}
		const read = reader.page(answer.data);
		reader.keep(read);
		rows.push(...read.read);
		received += read.sent;
		if (received < answer.recordsFiltered) {
			if (read.sent > 0) continue;
			const counts = `${received} of ${answer.recordsFiltered} ${words.many}`;
			throw serverError(call.transport, 'bad-answer', `lists only ${counts} in its answer to ${command}.`);
		}
		reader.end();
		return rows;
	}
	throw serverError(call.transport, 'bad-answer', `does not come to an end with ${command}.`);
};
