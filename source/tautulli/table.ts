import {z} from 'zod';
import {serverError} from '../http/status.ts';
import type {Call, CallOptions, Parameters} from './call.ts';
import type {Command} from './commands.ts';
import {num} from './wire.ts';

const pageLength = 1000;
const mostPages = 1000;

type Tables = Extract<Command, 'get_collections_table' | 'get_libraries_table' | 'get_users_table'>;

const pageOf = <Row extends z.ZodType>(row: Row) => z.object({draw: num, recordsFiltered: num, data: z.array(row)});

/** Reads all pages of one of the `*_table` commands. A `draw` of 0 is how Tautulli says that its query failed. */
export const readTable = async <Row extends z.ZodType>(
	call: Call,
	command: Tables,
	row: Row,
	parameters: Parameters,
	options: CallOptions,
): Promise<Array<z.output<Row>>> => {
	const rows: Array<z.output<Row>> = [];
	for (let page = 0; page < mostPages; page++) {
		const paged = {...parameters, start: rows.length, length: pageLength};
		const answer = await call.read(command, pageOf(row), paged, options);
		if (answer.draw === 0) {
			throw serverError(call.transport, 'server-error', `failed at ${command}.`, {hint: "Tautulli's log says why."});
		}
		rows.push(...answer.data);
		if (answer.data.length === 0 || rows.length >= answer.recordsFiltered) return rows;
	}
	throw serverError(call.transport, 'bad-answer', `does not come to an end with ${command}.`);
};
