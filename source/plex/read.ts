import * as z from 'zod/mini';
import type {AppError} from '../domain/app-error.ts';
import type {Answer, Transport, Verdict} from '../http/contract.ts';
import type {ElementReader, Odd, Page} from '../http/elements.ts';
import type {Standing} from '../http/gate.ts';
import {parseJson, shapeError} from '../http/json.ts';
import {serverError, statusError} from '../http/status.ts';
import {strangerError} from './stranger.ts';
import {count} from './wire.ts';

/** The way to one server; `odd` hears what of an answer was left out. */
export type PlexLink = {readonly transport: Transport; readonly odd: Odd};

/** One question; the path is also how errors name it, so it holds no secret. */
export type PlexRequest = {
	readonly path: string;
	readonly query?: Readonly<Record<string, string>> | undefined;
	readonly headers?: Readonly<Record<string, string>> | undefined;
	readonly signal?: AbortSignal | undefined;
	/** True: a refusal means only that the token is not the owner's. */
	readonly isOwnerOnly?: boolean | undefined;
};

/** What Plex calls the list inside a container. */
export type ListName = 'Metadata' | 'Directory' | 'Hub' | 'StatisticsBandwidth';

/** A list, or a page of one; the total is null where Plex leaves it out. */
export type List<Row> = {readonly page: Page<Row>; readonly totalSize: number | null};

const container = z.object({MediaContainer: z.looseObject({size: count, totalSize: count})});

const maintenance = /<Response\b[^>]*\btitle="Maintenance"/i;
const maintenanceStatus = /<Response\b[^>]*\bstatus="([^"]*)"/i;

/** While it starts or migrates its database, Plex says 503 in XML, whatever was asked for. */
const startingError = (transport: Transport, answer: Answer): AppError | null => {
	const head = answer.text.slice(0, 2000);
	if (answer.status !== 503 || !maintenance.test(head)) return null;
	const said = transport.quote(maintenanceStatus.exec(head)?.[1] ?? '');
	return serverError(transport, 'server-error', 'is starting, or busy with its database.', {
		hint: said === '' ? 'Try again in a few minutes.' : `It says: ${said}`,
		retryAfterSeconds: answer.retryAfterSeconds,
	});
};

const standingOf = ({status}: Answer, isOwnerOnly: boolean): Standing | 'up' => {
	if (status === 404) return 'up';
	if (status === 401 || status === 403) return isOwnerOnly ? 'up' : 'refused';
	return status === 429 ? 'away' : 'doubtful';
};

const isContainer = (data: unknown): boolean => typeof data === 'object' && data !== null && 'MediaContainer' in data;

/** What an answer means for Plex as a whole: an item that is gone, or a list for its owner alone, is no trouble of it. */
const judge = (transport: Transport, {path, isOwnerOnly = false}: PlexRequest, answer: Answer): Verdict => {
	const starting = startingError(transport, answer);
	if (starting) return {standing: 'away', error: starting};
	const stranger = strangerError(transport, answer);
	if (stranger) return {standing: 'doubtful', error: stranger};
	const error = statusError(transport, answer);
	if (error) return {standing: standingOf(answer, isOwnerOnly), error};
	const json = parseJson(transport, answer);
	if ('error' in json) return {standing: 'doubtful', error: json.error};
	return isContainer(json.data)
		? {standing: 'up', data: json.data}
		: {
				standing: 'doubtful',
				error: shapeError(transport, path, [{path: ['MediaContainer'], message: 'it is not there'}]),
			};
};

const ask = (transport: Transport, request: PlexRequest): Promise<{readonly data: unknown; readonly ms: number}> =>
	transport.send({method: 'GET', judge: answer => judge(transport, request, answer), ...request});

const decode = <Schema extends z.ZodMiniType>(
	transport: Transport,
	path: string,
	schema: Schema,
	data: unknown,
): z.output<Schema> => {
	const decoded = schema.safeParse(data);
	if (!decoded.success) throw shapeError(transport, path, decoded.error.issues);
	return decoded.data;
};

/** Reads a container's own fields, and how many milliseconds the answer took. */
export const readContainer = async <Schema extends z.ZodMiniType>(
	transport: Transport,
	schema: Schema,
	request: PlexRequest,
): Promise<{fields: z.output<Schema>; ms: number}> => {
	const answer = await ask(transport, request);
	const {MediaContainer} = decode(transport, request.path, container, answer.data);
	return {fields: decode(transport, request.path, schema, MediaContainer), ms: answer.ms};
};

/**
 * Reads the list in a container. Plex leaves an empty list out and says `size: 0`; a container that has neither list nor
 * size is no answer (a stale library gives one), not an empty list.
 */
export const readList = async <Row>(
	transport: Transport,
	name: ListName,
	reader: ElementReader<Row>,
	request: PlexRequest,
): Promise<List<Row>> => {
	const {data} = await ask(transport, request);
	const {size, totalSize, ...rest} = decode(transport, request.path, container, data).MediaContainer;
	const list = rest[name];
	if (list === undefined) {
		if (size === 0) return {page: reader.page([]), totalSize};
		throw serverError(transport, 'bad-answer', `left the list out of its answer to ${request.path}.`, {
			hint: 'The library or collection may be gone, or the server busy with a scan.',
		});
	}
	return {page: reader.page(list), totalSize};
};
