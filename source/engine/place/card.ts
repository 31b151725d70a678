import {createHmac} from 'node:crypto';
import process from 'node:process';
import type {Config} from '../../config/config.ts';
import {buildOf} from './build.ts';

/** Who a process is to an engine: of which build, and with which configuration, without telling any of it. */
export type Card = {
	readonly build: string;
	/** Equal for equal configurations. No secret can be read from it, and it is of no use with another salt. */
	readonly proof: (salt: string) => string;
};

/** What an engine does by, its clock too; how a screen looks is its own. */
const whatMatters = ({tautulli, plex, collect, database, notices, logging}: Config): string =>
	JSON.stringify([tautulli, plex, collect, database, notices, logging, process.env.TAUTOP_CLOCK ?? null]);

export const cardOf = (config: Config, version: string): Card => {
	const matters = whatMatters(config);
	return {build: buildOf(version), proof: salt => createHmac('sha256', salt).update(matters).digest('hex')};
};
