import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {engineEndsWithin, screenEnds, serviceEnds} from '../../source/engine/end-within.ts';

test('who starts an engine for a service gives it the time of one', () => {
	expect([{}, {watch: false}, {watch: true}].map(engineEndsWithin)).toEqual([
		screenEnds.engine,
		screenEnds.engine,
		serviceEnds.engine,
	]);
});

const secondsIn = (file: string, key: RegExp): number =>
	Number(key.exec(readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8'))?.[1]);

test('of a service the engine ends first, then who waits for it, and all before the service manager kills', () => {
	const {engine, close, process} = serviceEnds;
	const managers = [
		secondsIn('tautop.service', /^TimeoutStopSec=(\d+)$/m),
		secondsIn('compose.yaml', /^\s+stop_grace_period: (\d+)s$/m),
	];
	const times = [engine, close, process, 1000 * Math.min(...managers)];
	expect(times.toSorted((one, two) => one - two)).toEqual(times);
	expect(new Set(times).size).toBe(times.length);
});
