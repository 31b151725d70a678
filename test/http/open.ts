import {onTestFinished} from 'vitest';
import type {Transport, TransportOptions} from '../../source/http/contract.ts';
import {createTransport} from '../../source/http/transport.ts';

/** A transport that does not wait between tries, closed when the test has finished. */
export const open = (options: Partial<TransportOptions> & {baseUrl: string}): Transport => {
	const transport = createTransport({server: 'tautulli', timeoutSeconds: 5, pause: async () => {}, ...options});
	onTestFinished(() => transport.close());
	return transport;
};
