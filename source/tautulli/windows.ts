import * as z from 'zod';
import {AppError} from '../domain/app-error.ts';
import {asOdd} from '../domain/odd-answer.ts';
import type {Days, WindowTotal} from '../domain/period.ts';
import {serverError} from '../http/status.ts';
import type {Call, CallOptions, Parameters} from './call.ts';
import type {Command} from './commands.ts';
import {requireWindow} from './days.ts';
import {num} from './wire.ts';
import {windowWords} from './words.ts';

const wire = z.object({query_days: num, total_plays: num, total_time: num}).transform(
	(row): WindowTotal => ({
		days: row.query_days,
		plays: row.total_plays,
		playedSeconds: row.total_time,
		users: null,
	}),
);

type WindowCommand = Extract<Command, `${string}_watch_time_stats`>;

const decode = (call: Call, command: WindowCommand, days: readonly Days[], data: unknown): WindowTotal[] => {
	const windows = [...call.decodeList(command, windowWords, wire, data).read];
	if (windows.length === 0) {
		throw serverError(
			call.transport,
			'not-found',
			`has no statistics of that kind: its answer to ${command} is empty.`,
			{
				hint: 'Is the key a number?',
			},
		);
	}
	if (windows.length !== days.length || windows.some((window, index) => window.days !== days[index])) {
		throw serverError(call.transport, 'bad-answer', `answered ${command} for other windows than those asked.`);
	}
	return windows;
};

/**
 * Reads plays and seconds of several windows, in the order asked. All three commands of this kind answer alike. An answer
 * that cannot be read is odd: it need not cost those of other users or libraries.
 */
export const readWindows = async (
	call: Call,
	command: WindowCommand,
	parameters: Parameters,
	days: readonly Days[],
	options: CallOptions,
): Promise<WindowTotal[]> => {
	const query = {...parameters, query_days: days.map(requireWindow).join(','), grouping: call.grouping};
	const {data} = await call.ask(command, query, options);
	try {
		return decode(call, command, days, data);
	} catch (error) {
		throw error instanceof AppError ? asOdd(error) : error;
	}
};
