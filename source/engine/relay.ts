import type {Socket} from 'node:net';
import process from 'node:process';
import {machine} from '../store/machine.ts';
import {beatEveryMs, silentMs} from './beat.ts';
import {goneFrom} from './gone-from.ts';
import type {Host} from './place/greeting.ts';
import {watchSilence} from './watch-silence.ts';

/** Noticed here before the screen would end this process, which cannot end the engine then. */
const engineSilentMs = silentMs - beatEveryMs;

/** Ends an engine that hangs, as its own screen would; in another container its number may be anybody's. */
const end = (host: Host): void => {
	if (host.machine !== machine) return;
	try {
		process.kill(host.pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
};

/**
 * Joins the line to a screen with the socket of the engine that keeps its database. Resolves when either has ended. This
 * process has loaded nothing of what an engine needs; the next one that the screen starts may become it.
 */
export const relay = async (line: Socket, socket: Socket, host: Host): Promise<void> => {
	const ended = Promise.withResolvers<void>();
	const silent = (): void => {
		end(host);
		ended.resolve();
	};
	const watch = watchSilence({openMs: engineSilentMs, silentMs: engineSilentMs, silent});
	watch.opened();
	socket.on('data', watch.heard);
	// A screen that was stopped takes nothing, and then nothing is read from the engine either.
	const timer = setInterval(() => {
		if (line.writableNeedDrain) watch.heard();
	}, beatEveryMs);
	line.pipe(socket);
	socket.pipe(line, {end: false});
	await Promise.race([ended.promise, goneFrom(socket), goneFrom(line)]);
	clearInterval(timer);
	watch.stop();
};
