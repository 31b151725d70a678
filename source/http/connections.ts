import {readFileSync} from 'node:fs';
import {getCACertificates} from 'node:tls';
import {Agent} from 'undici';
import {AppError} from '../domain/app-error.ts';
import type {TransportOptions} from './contract.ts';

const connectTimeoutMs = 5000;

/** Naming own authorities replaces Node's list, so Node's list is named too. */
const trusted = (options: TransportOptions): string[] | undefined => {
	if (options.caFile === undefined) return undefined;
	try {
		return [...getCACertificates('default'), readFileSync(options.caFile, 'utf8')];
	} catch {
		throw new AppError('config', `The certificate file ${options.caFile} cannot be read.`, {
			server: options.server,
			hint: `Check ${options.server}.ca_file.`,
		});
	}
};

/** The connections to one server. Its own, so that an unchecked certificate here never loosens the checks elsewhere. */
export const openConnections = (options: TransportOptions, maxParallel: number): Agent => {
	const ca = trusted(options);
	return new Agent({
		connections: maxParallel,
		allowH2: false,
		// The whole try has one time limit; undici's own limits would cut long history answers short.
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: {
			timeout: connectTimeoutMs,
			rejectUnauthorized: options.verifyTls ?? true,
			...(ca ? {ca} : {}),
		},
	});
};
