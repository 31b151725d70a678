import {readFileSync} from 'node:fs';
import process from 'node:process';
import type {Agent, Dispatcher} from 'undici';
import {AppError} from '../domain/app-error.ts';
import type {TransportOptions} from './contract.ts';

const connectTimeoutMs = 5000;

/** Naming own authorities replaces Node's list, so Node's list is named too. Few do: TLS is loaded for them alone. */
const trusted = (options: TransportOptions): string[] | undefined => {
	if (options.caFile === undefined) return undefined;
	const {getCACertificates} = process.getBuiltinModule('node:tls');
	try {
		return [...getCACertificates('default'), readFileSync(options.caFile, 'utf8')];
	} catch {
		throw new AppError('config', `The certificate file ${options.caFile} cannot be read.`, {
			server: options.server,
			hint: `Check ${options.server}.ca_file.`,
		});
	}
};

/** The connections to one server. */
export type Connections = {
	/** Made for the first request: a command that answers from the database alone loads no HTTP client. */
	readonly agent: () => Promise<Dispatcher>;
	/** Ends them, whatever is under way. */
	readonly close: () => Promise<void>;
};

/**
 * Its own for each server, so that an unchecked certificate here never loosens the checks elsewhere. Throws `config` for a
 * certificate file that cannot be read.
 */
export const openConnections = (options: TransportOptions, maxParallel: number): Connections => {
	const ca = trusted(options);
	const open = async (): Promise<Agent> => {
		const {Agent} = await import('undici');
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
	let opened: Promise<Agent> | null = null;
	return {
		agent: () => {
			opened ??= open();
			return opened;
		},
		close: async () => {
			await (await opened)?.destroy();
		},
	};
};
