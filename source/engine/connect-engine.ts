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
import {isPipe, socketPath} from './place/socket-path.ts';
import {streamPort} from './port.ts';
import type {FromEngine, ToEngine} from './protocol.ts';
import {createProxy} from './proxy.ts';
import {unpackTrouble} from './trouble.ts';

/** An engine that is busy for so long would make a command slower, not faster. */
const meetWithinMs = 1000;

const lost = (): AppError =>
	new AppError('bad-answer', 'The dashboard that was asked has ended.', {hint: 'Run it again.'});

/** Visits the engine of this database; null: there is none, as far as files tell. */
export const visitEngine = async (config: Config, version: string): Promise<Met | null> => {
	const path = socketPath(config.database.path, false);
	if (path === null || (!isPipe(path) && (look(path) ?? 'foreign') === 'foreign')) return null;
	return await meet(path, cardOf(config, version), screenSettings(config), meetWithinMs);
};

/**
 * The engine of an open dashboard on the same database and configuration, which knows already what is asked of it. Null:
 * there is none, which is found out at once, or it does not answer soon.
 */
export const connectEngine = async (request: OpenRequest, config: Config): Promise<OpenSources | null> => {
	if (isDemo(request, config) || !config.configured) return null;
	const met = await visitEngine(config, request.version);
	if (met?.state !== 'joined') return null;
	const {socket} = met;
	const port = streamPort<ToEngine, FromEngine>(socket);
	const proxy = createProxy();
	const {emit, listen} = createListeners<SourcesEvent>();
	const fail = (): void => proxy.fail(lost());
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
	};
};
