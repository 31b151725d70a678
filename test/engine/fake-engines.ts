import {duplexPair} from 'node:stream';
import type {KeepOptions} from '../../source/engine/keep.ts';
import {streamPort} from '../../source/engine/port.ts';
import type {FromEngine, Port, ToEngine} from '../../source/engine/protocol.ts';
import type {EngineEnd} from '../../source/engine/spawn.ts';
import type {OpenRequest} from '../../source/open/configure.ts';
import {fakeNow} from '../helpers/fake-sources.ts';

export const request: OpenRequest = {flags: {}, demo: false, version: '1.2.3', dashboard: true};

/** An engine without a process: what it hears, what it says, and how it ends are the test's. */
type FakeEngine = {
	readonly heard: readonly ToEngine[];
	readonly say: (message: FromEngine) => void;
	/** Writes to the line as it stands. */
	readonly write: (text: string) => void;
	readonly end: (end: EngineEnd) => void;
	readonly wasKilled: () => boolean;
	readonly wasReleased: () => boolean;
};

/** Engines as they are started, one after the other; `attend` may answer for each. */
export const fakeEngines = (attend: (port: Port<FromEngine, ToEngine>) => void = () => undefined) => {
	const engines: FakeEngine[] = [];
	const reports: Array<[string | null, string, string]> = [];
	const options: KeepOptions = {
		now: () => fakeNow,
		report: (...report) => void reports.push(report),
		start: () => {
			const [screenEnd, engineEnd] = duplexPair();
			const port = streamPort<FromEngine, ToEngine>(engineEnd);
			const ended = Promise.withResolvers<EngineEnd>();
			const heard: ToEngine[] = [];
			let killed = false;
			let released = false;
			port.onMessage(
				message => heard.push(message),
				() => undefined,
			);
			attend(port);
			engines.push({
				heard,
				say: port.post,
				write: text => void engineEnd.write(text),
				end: ended.resolve,
				wasKilled: () => killed,
				wasReleased: () => released,
			});
			return {
				port: streamPort(screenEnd),
				ended: ended.promise,
				kill: () => {
					killed = true;
				},
				release: () => {
					released = true;
				},
			};
		},
	};
	return {engines, reports, options};
};
