import * as z from 'zod';

/** One question to Tautulli in its own words, past the program's client: a wrong reading there must not confirm itself. */
export type Ask = <Schema extends z.ZodType>(
	command: string,
	schema: Schema,
	parameters?: Readonly<Record<string, string | number>>,
) => Promise<z.output<Schema>>;

const envelope = z.object({response: z.object({result: z.literal('success'), data: z.unknown()})});

export const createAsk =
	(baseUrl: string, apiKey: string, headers: Readonly<Record<string, string>>): Ask =>
	async (command, schema, parameters = {}) => {
		const sent = Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]);
		const body = new URLSearchParams([...sent, ['apikey', apiKey], ['cmd', command]]);
		const answer = await fetch(`${baseUrl}/api/v2`, {method: 'POST', body, headers});
		return schema.parse(envelope.parse(await answer.json()).response.data);
	};

/** Numbers that may come as text. */
export const number = z.union([
	z.number(),
	z
		.string()
		.regex(/^-?\d+$/)
		.transform(Number),
]);

export const windowsSchema = z.array(z.object({query_days: number, total_plays: number, total_time: number}));
/** The time of a user is null where none of the plays has both of its times. */
export const usersSchema = z.array(
	z.object({user_id: number, total_plays: number, total_time: number.nullable().transform(time => time ?? 0)}),
);
export const graphSchema = z.object({
	categories: z.array(z.string()),
	series: z.array(z.object({name: z.string(), data: z.array(number)})),
});
