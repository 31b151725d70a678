import type {Config} from '../config/config.ts';
import {configsOf, isDemo, type OpenRequest} from '../open/configure.ts';
import {createOthers, type Others} from '../open/others/others.ts';
import {connectEngine} from './connect-engine.ts';

/** A server that takes longer is told as one that has not answered yet. */
const screenWaitsMs = 2500;

/** How a program asks the servers of its configuration beside the one that it has open. Their files are read when it first does. */
export const othersOf = (request: OpenRequest, config: Config, now: () => number): Others => {
	let others: Others | null = null;
	return async (query, signal) => {
		if (isDemo(request, config) || config.serverNames.length < 2) return [];
		others ??= createOthers({
			configs: configsOf(request).filter(({name}) => name !== config.name),
			connect: other => connectEngine(request, other),
			version: request.version,
			now,
			withinMs: request.dashboard ? screenWaitsMs : null,
		});
		return others(query, signal);
	};
};
