import {createServer, type IncomingMessage, type RequestListener} from 'node:http';

/** A server that listens, and how it ends. */
export type Served = {readonly url: string; readonly close: () => Promise<void>};

/** Listens on a free port of this machine's own address. Closing cuts what is still open. */
export const serve = (listener: RequestListener): Promise<Served> =>
	new Promise((resolve, reject) => {
		const server = createServer(listener);
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address !== null ? address.port : 0;
			resolve({
				url: `http://127.0.0.1:${port}`,
				close: () =>
					new Promise(closed => {
						server.close(() => closed());
						server.closeAllConnections();
					}),
			});
		});
	});

/** Path and query of a request, whatever was sent as its target. */
export const urlOf = (request: IncomingMessage): URL => {
	const origin = 'http://127.0.0.1';
	return URL.parse(`${origin}${request.url ?? '/'}`) ?? new URL(origin);
};
