import type {Config} from '../config/config.ts';
import {AppError} from '../domain/app-error.ts';
import {isDemo, type OpenRequest} from '../open/configure.ts';
import {createListeners} from '../open/listeners.ts';
import {screenSettings} from '../open/settings.ts';
import type {OpenSources, SourcesEvent} from '../questions/sources.ts';
import {goneFrom} from './gone-from.ts';
import {cardOf} from './place/card.ts';
import {look} from './place/look.ts';
import {type Met, meet} from './place/meet.ts';
import {isPipe} from './place/pipe.ts';
import {socketPath} from './place/socket-path.ts';
import {streamPort} from './port.ts';
import type {FromEngine, ToEngine} from './protocol.ts';
import {createProxy} from './proxy.ts';
import {unpackTrouble} from './trouble.ts';

/** An engine that is busy for so long would make a command slower, not faster. */
const meetWithinMs = 1000;

const lost = (): AppError =>
	new AppError('bad-answer', 'The dashboard that was asked has ended.', {hint: 'Run it again.'});

/** Where the engine of this database would be; null: there is none, as far as files tell. */
const placeOf = (config: Config): string | null => {
	const path = socketPath(config.database.path, false);
	return path === null || (!isPipe(path) && (look(path) ?? 'foreign') === 'foreign') ? null : path;
};

const visit = (path: string, config: Config, version: string): Promise<Met> =>
	meet(path, cardOf(config, version), screenSettings(config), meetWithinMs);

/** Visits the engine of this database; null: there is none, as far as files tell. */
export const visitEngine = async (config: Config, version: string): Promise<Met | null> => {
	const path = placeOf(config);
	return path === null ? null : await visit(path, config, version);
};

/**
 * The engine of an open dashboard on the same database and configuration, which knows already what is asked of it. Null:
 * there is none, which is found out at once, or it does not answer soon.
 */
export const connectEngine = async (request: OpenRequest, config: Config): Promise<OpenSources | null> => {
	if (isDemo(request, config) || !config.configured) return null;
	const path = placeOf(config);
	const met = path === null ? null : await visit(path, config, request.version);
	if (path === null || met?.state !== 'joined') return null;
	const {socket, ticket} = met;
	const gone = new AbortController();
	const port = streamPort<ToEngine, FromEngine>(socket);
	const proxy = createProxy();
	const {emit, listen} = createListeners<SourcesEvent>();
	const fail = (): void => {
		gone.abort();
		proxy.fail(lost());
	};
	port.onMessage(message => {
		if (message.type === 'answer') proxy.answer(message);
		else if (message.type === 'trouble') proxy.reject(message.id, unpackTrouble(message.trouble));
		else if (message.type === 'event') emit(message.event);
	}, fail);
	goneFrom(socket).then(fail);
	proxy.connect(port.post);
	return {
		sources: {
			...proxy.sources,
			// What was odd before this command came is not its own.
			settings: async (query, signal) => ({...(await proxy.sources.settings(query, signal)), odd: []}),
		},
		listen,
		close: async () => {
			socket.destroy();
		},
		engine: {gone: gone.signal, pass: {socket: path, ticket}},
	};
};
