import {parentPort, workerData} from 'node:worker_threads';
import {type OpenRequest, openFromProcess} from '../open/from-process.ts';
import {giveWay} from './give-way.ts';
import type {FromEngine, ToEngine} from './protocol.ts';
import {refuseDebugger} from './refuse-debugger.ts';
import {serve} from './serve.ts';

// The engine's thread: opens what the dashboard's thread asked for, and answers it until it says close.
const request: OpenRequest = workerData;
const port = parentPort;

refuseDebugger();
giveWay();

if (port) {
	await serve(
		{
			post: (message: FromEngine) => port.postMessage(message),
			onMessage: handler => port.on('message', (message: ToEngine) => handler(message)),
		},
		openFromProcess(request),
	);
	port.close();
}
