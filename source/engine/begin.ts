import type {Socket} from 'node:net';
import process from 'node:process';
import type {Config} from '../config/config.ts';
import {clockOf} from '../domain/clock.ts';
import {withoutSecrets} from '../domain/text/secrets.ts';
import {configOf, isDemo, type OpenRequest} from '../open/configure.ts';
import {screenSettings} from '../open/settings.ts';
import type {OpenSources, SourcesEvent} from '../questions/sources.ts';
import {reportCrash} from './crash-log.ts';
import {engineEndsWithin, screenEnds} from './end-within.ts';
import {givesBack} from './give-back.ts';
import {goneFrom} from './gone-from.ts';
import {othersOf} from './others-of.ts';
import {cardOf} from './place/card.ts';
import {type Entry, enter} from './place/enter.ts';
import {greet} from './place/greeting.ts';
import {type KeptPlace, keepPlace} from './place/keep-place.ts';
import {socketPath} from './place/socket-path.ts';
import {postTo} from './port.ts';
import {elsewhereStatus, type FromEngine} from './protocol.ts';
import {relay} from './relay.ts';
import {createScreens} from './screens.ts';

/** Where engines of this database meet; null: this one meets none. The demo's world is of its own process. */
const meetingPlace = (request: OpenRequest, config: Config): string | null =>
	isDemo(request, config) || !config.configured ? null : socketPath(config.database.path, true);

/** Where its own screen has gone, nobody hears what it says at its end: then the log does. */
const reportOwnCrash = (line: Socket, {logging: {level, file}}: Config): void => {
	const report = ({stack = ''}: Error): void => {
		reportCrash(level === 'silent' ? null : file, 'the engine crashed', withoutSecrets(stack));
	};
	goneFrom(line).then(() => process.on('uncaughtExceptionMonitor', report));
};

/** A run, or a sync that reads much: the one that looks every half minute knows no total. */
const isWork = (event: SourcesEvent): boolean =>
	event.type === 'progress' || (event.type === 'syncing' && event.progress !== null && event.progress.total !== null);

const giveBackAfterWork = ({listen}: OpenSources): void => {
	const worked = givesBack();
	worked();
	listen(event => {
		if (isWork(event)) worked();
	});
};

/**
 * What the process that a screen has started becomes: where the engine of its database is there already, a relay to that
 * one; else that engine, for this screen and all that come later, until the last of them has gone. Starting is the same for
 * both, so one that has lost its engine is ended, and the next one that its screen starts may be the engine.
 */
export const begin = async (line: Socket, request: OpenRequest, stopBeat: () => void): Promise<void> => {
	const opening = Promise.withResolvers<OpenSources>();
	opening.promise.catch(() => undefined);
	let kept: KeptPlace | null = null;
	let isEnding = false;

	/** It ends by itself, whatever it is at: a run that hangs keeps no process alive. */
	const end = async (status: number, withinMs: number): Promise<void> => {
		if (isEnding) return;
		isEnding = true;
		kept?.leave();
		setTimeout(() => process.exit(status), withinMs);
		await opening.promise.then(({close}) => close()).catch(() => undefined);
		process.exit(status);
	};

	const screens = createScreens(opening.promise, () => void end(0, engineEndsWithin(request)));

	const serveFirst = (): void => {
		stopBeat();
		screens.add(line);
	};

	const fail = (thrown: unknown): void => {
		kept?.leave();
		opening.reject(thrown);
	};

	let config: Config;
	try {
		config = configOf(request);
	} catch (thrown) {
		serveFirst();
		fail(thrown);
		return;
	}

	const card = cardOf(config, request.version);
	const attend = async (socket: Socket): Promise<void> => {
		socket.on('error', () => undefined);
		const own = await greet(socket, card, opening.promise);
		if (own === null || isEnding) socket.destroy();
		else screens.add(socket, own);
	};

	const path = meetingPlace(request, config);
	const visitor = {card, screen: screenSettings(config), attend: (socket: Socket) => void attend(socket)};
	const visit = async (): Promise<Entry> => (path === null ? {state: 'alone'} : await enter(path, visitor));

	const entry = await visit();
	if (entry.state === 'joined') {
		process.title = 'tautop relay';
		stopBeat();
		postTo<FromEngine>(line, {type: 'joined', host: entry.host.pid});
		await relay(line, entry.socket, entry.host);
		process.exit(elsewhereStatus);
	}
	reportOwnCrash(line, config);
	// Its screens wait for this end, to go where the other engine is.
	kept = keepPlace(entry, visit, () => void end(elsewhereStatus, screenEnds.engine));
	serveFirst();
	try {
		const {openFromProcess} = await import('../open/from-process.ts');
		const others = othersOf(request, config, clockOf(process.env.TAUTOP_CLOCK).now);
		const opened = await openFromProcess(request, config, kept, others);
		opening.resolve(opened);
		giveBackAfterWork(opened);
	} catch (thrown) {
		fail(thrown);
	}
};
