import {Socket} from 'node:net';
import process from 'node:process';
import {beatTo} from './beat-to.ts';
import {giveWay} from './give-way.ts';
import {parseLine} from './parse-line.ts';
import type {ToEngine} from './protocol.ts';
import {readLine} from './read-line.ts';
import {refuseDebugger} from './refuse-debugger.ts';

/** The engine: the process that a screen starts, and whose line to it is descriptor 3. What it becomes is in `begin.ts`. */
process.title = 'tautop engine';
refuseDebugger();
giveWay();
const line = new Socket({fd: 3, readable: true, writable: true});
// A screen that was killed leaves lines that reset; other screens may be here still.
line.on('error', () => undefined);
process.stderr.on('error', () => undefined);

/** It is heard before all that it opens is loaded. */
const stopBeat = beatTo(line);

const start = async (): Promise<void> => {
	const message = parseLine<ToEngine>(await readLine(line));
	if (message?.type !== 'open') return process.exit();
	const {begin} = await import('./begin.ts');
	await begin(line, message.request, stopBeat);
};

void start();
