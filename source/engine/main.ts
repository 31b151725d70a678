import {Socket} from 'node:net';
import process from 'node:process';
import type {OpenRequest} from '../open/configure.ts';
import type {OpenSources} from '../questions/sources.ts';
import {beatEveryMs} from './beat.ts';
import {giveWay} from './give-way.ts';
import {streamPort} from './port.ts';
import type {FromEngine, ToEngine} from './protocol.ts';
import {refuseDebugger} from './refuse-debugger.ts';
import {serve} from './serve.ts';

/**
 * The engine: opens what the screen at the other end of the line asks for, and answers it until it says close, or is gone.
 * It ends by itself then, whatever it is at: a run that hangs keeps no process alive.
 */
const endWithinMs = 900;

process.title = 'tautop engine';
refuseDebugger();
giveWay();
const socket = new Socket({fd: 3, readable: true, writable: true});
const gone = new Promise<void>(resolve => {
	// A screen that was killed leaves a line that resets.
	socket.on('error', () => resolve());
	socket.on('close', resolve);
	socket.on('end', resolve);
});
gone.then(() => setTimeout(() => process.exit(), endWithinMs).unref());
const port = streamPort<FromEngine, ToEngine>(socket);

/** A screen that reads nothing, since it was stopped, needs no more beats than fit the line. */
const beat = (): void => {
	if (!socket.writableNeedDrain) port.post({type: 'beat'});
};

beat();
setInterval(beat, beatEveryMs);
// It is heard before all that it opens is loaded.
const open = async (request: OpenRequest): Promise<OpenSources> => {
	const {configOf} = await import('../open/configure.ts');
	const {openFromProcess} = await import('../open/from-process.ts');
	return openFromProcess(request, configOf(request));
};
serve(port, open, gone).then(() => process.exit());
