import type {EngineTrouble} from '../domain/engine-trouble.ts';
import type {OpenRequest} from '../open/configure.ts';
import {createListeners} from '../open/listeners.ts';
import type {OpenSources, SourcesEvent} from '../questions/sources.ts';
import {openMs, silentMs} from './beat.ts';
import {screenEnds} from './end-within.ts';
import type {FromEngine} from './protocol.ts';
import {createProxy} from './proxy.ts';
import {createRestarts} from './restarts.ts';
import type {EngineProcess} from './spawn.ts';
import {unpackTrouble} from './trouble.ts';
import {watchSilence} from './watch-silence.ts';

/** The engine as the screen has it: there at once. What is asked before it is open waits. */
export type Engine = OpenSources & {
	/** Rejects where it cannot be opened at all: a wrong configuration, say. */
	readonly opening: Promise<void>;
	/** Where crashes are reported; null: nowhere, or not known yet. */
	readonly logFile: () => string | null;
};

/** What keeping an engine needs from outside. */
export type KeepOptions = {
	readonly start: () => EngineProcess;
	/** Unix seconds. */
	readonly now: () => number;
	/** A crash, for the log: what happened, and what the engine said last. `logFile` is null while it is not known. */
	readonly report: (logFile: string | null, reason: string, said: string) => void;
	/** Called each time an engine has opened. `host`: the process of another one's; null: it is our own. */
	readonly opened?: (host: number | null) => void;
	/** Leaving waits no longer than this for it; absent: as long as whoever pressed a key may wait. */
	readonly closeWithinMs?: number;
};

const silence = (ms: number): string => `The engine did not answer for ${ms / 1000} seconds.`;

const spoilt = 'The engine sent something that is not a message.';

const startTrouble = (error: unknown): string =>
	`The engine could not be started: ${error instanceof Error ? error.message : String(error)}.`;

/**
 * Keeps an engine running for a screen. One that ends, throws, or is silent for ten seconds is ended, told to the
 * listeners, and started anew; what was asked is asked again.
 */
export const keepEngine = (request: OpenRequest, options: KeepOptions): Engine => {
	const {start, now, report, closeWithinMs = screenEnds.close} = options;
	const proxy = createProxy();
	const restarts = createRestarts(now);
	const {emit: tell, listen} = createListeners<SourcesEvent>();
	const opening = Promise.withResolvers<void>();
	let engine: EngineProcess | null = null;
	let logFile: string | null = null;
	let trouble: EngineTrouble | null = null;
	let wasEverOpen = false;
	let host: number | null = null;
	/** The engine of now has opened. */
	let isOpen = false;
	/** Other screens have it too. */
	let isShared = false;
	/** Called when that is heard while we leave. */
	let leaveIt = (): void => {};
	let isClosing = false;
	let retry: NodeJS.Timeout | undefined;
	let unwatch = (): void => {};

	const drop = (): void => {
		unwatch();
		engine?.kill();
		engine = null;
	};

	/** No engine will ever answer. */
	const giveUp = (error: Error): void => {
		drop();
		isClosing = true;
		proxy.fail(error);
		opening.reject(error);
	};

	/** This one is gone, or as good as gone. */
	const lose = (reason: string, said = ''): void => {
		drop();
		report(logFile, reason, said);
		const pause = restarts.lost(isShared);
		if (pause === null) {
			giveUp(new Error(`${reason} ${said}`.trim()));
			return;
		}
		trouble = {since: trouble?.since ?? now(), reason, retryAt: now() + pause};
		proxy.disconnect(reason, isOpen);
		[isOpen, isShared] = [false, false];
		tell({type: 'engine', trouble});
		retry = setTimeout(begin, pause * 1000);
	};

	const opened = (message: FromEngine & {type: 'opened'}): void => {
		logFile = message.logFile;
		isOpen = true;
		wasEverOpen = true;
		restarts.opened();
		opening.resolve();
		options.opened?.(host);
		if (trouble === null) return;
		trouble = null;
		tell({type: 'engine', trouble});
	};

	/** The first one says why nothing can be opened; a later one may just have met a bad moment. */
	const failed = (error: Error): void => {
		if (wasEverOpen) lose(error.message);
		else giveUp(error);
	};

	const hear = (message: FromEngine): void => {
		if (message.type === 'answer') proxy.answer(message);
		else if (message.type === 'trouble') proxy.reject(message.id, unpackTrouble(message.trouble));
		else if (message.type === 'event') tell(message.event);
		else if (message.type === 'joined') host = message.host;
		else if (message.type === 'opened') opened(message);
		else if (message.type === 'failed') failed(unpackTrouble(message.trouble));
	};

	const share = (isNow: boolean): void => {
		isShared = isNow;
		if (isShared) leaveIt();
	};

	const attend = (begun: EngineProcess): void => {
		const isCurrent = (): boolean => engine === begun && !isClosing;
		const loseIt = (reason: string, said?: string): void => {
			if (isCurrent()) lose(reason, said);
		};
		const watch = watchSilence({openMs, silentMs, silent: ms => loseIt(silence(ms))});
		unwatch = watch.stop;
		begun.port.onMessage(
			message => {
				watch.heard();
				if (message.type === 'opened') watch.opened();
				if (message.type === 'shared' && engine === begun) share(message.isShared);
				if (isCurrent()) hear(message);
			},
			() => loseIt(spoilt),
		);
		begun.ended.then(({reason, said}) => loseIt(reason, said));
		begun.port.post({type: 'open', request});
		proxy.connect(begun.port.post);
	};

	const begin = (): void => {
		host = null;
		try {
			engine = start();
		} catch (error) {
			lose(startTrouble(error));
			return;
		}
		attend(engine);
	};

	/** Lets it end its work, but not for long; one that others have too goes on. */
	const close = async (): Promise<void> => {
		isClosing = true;
		clearTimeout(retry);
		if (!engine) return;
		engine.port.post({type: 'close'});
		const late = Promise.withResolvers<void>();
		const timer = setTimeout(late.resolve, closeWithinMs);
		leaveIt = late.resolve;
		if (isShared) leaveIt();
		await Promise.race([engine.ended, late.promise]);
		clearTimeout(timer);
		if (isShared) engine.release();
		else engine.kill();
		unwatch();
		engine = null;
	};

	// Whoever does not wait for it hears of it through what is asked.
	opening.promise.catch(() => undefined);
	begin();
	return {
		sources: proxy.sources,
		opening: opening.promise,
		logFile: () => logFile,
		listen,
		close,
	};
};
