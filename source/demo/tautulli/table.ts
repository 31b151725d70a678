import type {Json} from './answer.ts';
import {type Params, strictNumber} from './params.ts';

type Row = {readonly [name: string]: Json};

const compare = (one: Json | undefined, two: Json | undefined): number => {
	if (typeof one === 'string' && typeof two === 'string') {
		const [left, right] = [one.toLowerCase(), two.toLowerCase()];
		return left < right ? -1 : left > right ? 1 : 0;
	}
	if (one === null || one === undefined) return two === null || two === undefined ? 0 : -1;
	return two === null || two === undefined ? 1 : Number(one) - Number(two);
};

/** A slice as Python takes it: negative numbers count from the end. Null: a number was none. */
export const pageOf = <T>(params: Params, list: readonly T[]): readonly T[] | null => {
	const start = strictNumber(params, 'start', 0);
	const length = strictNumber(params, 'length', 25);
	if (start === null || length === null) return null;
	const end = start + length;
	return start < 0 && end >= 0 ? list.slice(start).slice(0, length) : list.slice(start, end);
};

/** Sorts by the columns asked for; one that no row has leaves the order alone. */
export const ordered = <T extends Row>(params: Params, rows: readonly T[], byDefault: string): readonly T[] => {
	const columns = (params.get('order_column') || byDefault).split(',');
	const directions = (params.get('order_dir') ?? 'desc').split(',');
	const first = rows[0];
	const known = columns.filter(column => first !== undefined && column in first);
	return rows.toSorted((one, two) => {
		for (const [index, column] of known.entries()) {
			const sign = (directions[index] ?? directions[0]) === 'asc' ? 1 : -1;
			const order = compare(one[column], two[column]) * sign;
			if (order !== 0) return order;
		}
		return 0;
	});
};

/** Keeps the rows one of whose named columns holds the text asked for, ASCII case aside. */
export const searched = <T extends Row>(
	params: Params,
	rows: readonly T[],
	columns: readonly string[],
): readonly T[] => {
	const text = (params.get('search') ?? '').toLowerCase();
	if (text === '') return rows;
	return rows.filter(row =>
		columns.some(column =>
			String(row[column] ?? '')
				.toLowerCase()
				.includes(text),
		),
	);
};

/** `draw`: what the client sent, 1 else. */
export const drawOf = (params: Params): number => strictNumber(params, 'draw', 1) ?? 1;
