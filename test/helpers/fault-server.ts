import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {type AddressInfo, createServer as createTcpServer} from 'node:net';

/** One request as it arrived. */
export type SeenRequest = {
	readonly method: string;
	/** Path and query. */
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
};

/** What the server does with one request. It may leave it open: close() ends what is left. */
export type Fault = (response: ServerResponse, request: SeenRequest) => void;

export type FaultServer = {
	/** Without a slash at its end. */
	readonly url: string;
	readonly host: string;
	/** Every request so far, in order of arrival. */
	readonly requests: readonly SeenRequest[];
	/** Most requests that were open at the same time. */
	readonly mostAtOnce: () => number;
	/** From now on these, one a request; the last one stays. */
	readonly play: (...script: readonly Fault[]) => void;
	/** Resolves when so many requests have arrived in all. */
	readonly arrived: (count: number) => Promise<void>;
	readonly close: () => Promise<void>;
};

const portOf = (address: AddressInfo | string | null): number => {
	if (address === null || typeof address === 'string') throw new Error('the server has no port');
	return address.port;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString('utf8');
};

/** Starts a server on a free port of this machine that follows a script of faults. */
export const startFaultServer = async (...script: readonly Fault[]): Promise<FaultServer> => {
	let steps = [...script];
	let open = 0;
	let most = 0;
	const requests: SeenRequest[] = [];
	const waiting = new Set<() => void>();
	const server = createServer((request, response) => {
		open++;
		most = Math.max(most, open);
		response.once('close', () => {
			open--;
		});
		const answer = async () => {
			const body = await bodyOf(request);
			const seen = {method: request.method ?? '', url: request.url ?? '', headers: request.headers, body};
			requests.push(seen);
			const fault = steps.length > 1 ? steps.shift() : steps[0];
			for (const look of [...waiting]) look();
			if (!fault) throw new Error('the script of faults is empty');
			fault(response, seen);
		};
		// A request that is cut off while it arrives has nobody left to answer.
		answer().catch(() => response.destroy());
	});
	server.keepAliveTimeout = 1000;
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const host = `127.0.0.1:${portOf(server.address())}`;
	return {
		url: `http://${host}`,
		host,
		requests,
		mostAtOnce: () => most,
		play: (...next) => {
			steps = [...next];
		},
		arrived: count =>
			new Promise(resolve => {
				const look = () => {
					if (requests.length < count) return;
					waiting.delete(look);
					resolve();
				};
				waiting.add(look);
				look();
			}),
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};

/** An address of this machine where nobody listens: connections are refused. */
export const refusedUrl = async (): Promise<string> => {
	const server = createTcpServer();
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const port = portOf(server.address());
	await new Promise<void>(resolve => server.close(() => resolve()));
	return `http://127.0.0.1:${port}`;
};
