import type * as z from 'zod/mini';
import type {Lane, Transport} from '../http/contract.ts';
import {type ElementSchema, type Odd, type Page, readElements} from '../http/elements.ts';
import {shapeError} from '../http/json.ts';
import type {ListWords} from '../http/odd-words.ts';
import {judge} from './judge.ts';
import type {Command} from './known-commands.ts';
import {limitsOf} from './limits.ts';

/** What a command takes; booleans travel as 0 and 1, since Tautulli reads everything it does not know as false. */
export type Parameters = Readonly<Record<string, string | number | boolean>>;

export type CallOptions = {
	readonly signal?: AbortSignal | undefined;
	readonly timeoutSeconds?: number;
	readonly lane?: Lane;
	readonly maxBytes?: number;
	readonly maxItems?: number;
	readonly gzip?: boolean;
	/** 0 and false for what changes something. */
	readonly retries?: number;
	readonly share?: boolean;
};

/** The inside of a successful envelope, not yet checked. */
type Reply = {readonly data: unknown; readonly ms: number};

/** One server, one key: what every command file asks through. */
export type Call = {
	readonly transport: Transport;
	readonly grouping: boolean;
	/** Hears what of an answer was left out. */
	readonly odd: Odd;
	/** Asks, and unwraps the envelope. */
	readonly ask: (command: Command, parameters: Parameters, options?: CallOptions) => Promise<Reply>;
	/** Asks, and reads the answer by its schema. */
	readonly read: <Schema extends z.ZodMiniType>(
		command: Command,
		schema: Schema,
		parameters: Parameters,
		options?: CallOptions,
	) => Promise<z.output<Schema>>;
	/** Reads data by a schema; throws `bad-answer` that names the command and the first wrong field. */
	readonly decode: <Schema extends z.ZodMiniType>(command: Command, schema: Schema, data: unknown) => z.output<Schema>;
	/** Reads a list of an answer element by element: an odd one is left out and told. */
	readonly decodeList: <Element>(
		command: Command,
		words: Omit<ListWords, 'what'>,
		schema: ElementSchema<Element>,
		list: unknown,
	) => Page<Element>;
};

/** One server, its key, and the user's setting of grouping; `odd` hears what of an answer was left out. */
export type CallSetting = {
	readonly transport: Transport;
	readonly apiKey: string;
	readonly grouping: boolean;
	readonly odd: Odd;
};

const onTheWire = (value: string | number | boolean): string =>
	typeof value === 'boolean' ? (value ? '1' : '0') : String(value);

/**
 * Binds server, key and the grouping setting. The key travels in the body of a POST, so that it stands in no URL and no
 * log; the command goes with it. `grouping` is sent by the commands that know it, never left to the server's setting.
 */
export const createCall = ({transport, apiKey, grouping, odd}: CallSetting): Call => {
	const ask: Call['ask'] = async (command, parameters, options = {}) => {
		const sent = Object.entries(parameters).map(([name, value]) => [name, onTheWire(value)]);
		const form: Record<string, string> = {...Object.fromEntries(sent), apikey: apiKey, cmd: command};
		const {data, ms} = await transport.send({
			method: 'POST',
			path: '/api/v2',
			name: command,
			form,
			judge: answer => judge(transport, command, answer),
			...limitsOf(command),
			...options,
		});
		return {data, ms};
	};
	const decode: Call['decode'] = (command, schema, data) => {
		const decoded = schema.safeParse(data);
		if (!decoded.success) throw shapeError(transport, command, decoded.error.issues);
		return decoded.data;
	};
	const read: Call['read'] = async (command, schema, parameters, options) =>
		decode(command, schema, (await ask(command, parameters, options)).data);
	const decodeList: Call['decodeList'] = (command, words, schema, list) =>
		readElements(transport, list, schema, {what: command, ...words}, odd);
	return {transport, grouping, odd, ask, read, decode, decodeList};
};
