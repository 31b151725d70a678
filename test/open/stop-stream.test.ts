import {expect, test} from 'vitest';
import type {StoredEvent} from '../../source/domain/events.ts';
import type {Activity, Session} from '../../source/domain/session.ts';
import {type StopDeps, stopStream} from '../../source/open/stop-stream.ts';
import {failureOf} from '../helpers/errors.ts';
import {fakeSession} from '../helpers/fake-sources.ts';

const activityOf = (sessions: readonly Session[]): Activity => ({
	streamCount: sessions.length,
	directPlayCount: sessions.length,
	directStreamCount: 0,
	transcodeCount: 0,
	bandwidthKbps: {total: null, lan: null, wan: null},
	sessions,
});

const stopping = (given: Partial<StopDeps> = {}) => {
	const asked: unknown[] = [];
	const noted: StoredEvent[] = [];
	let changes = 0;
	const stop = stopStream({
		tautulli: {terminateSession: async request => void asked.push(request)},
		isAllowed: true,
		message: 'The server goes down.',
		activity: async () => activityOf([fakeSession({fullTitle: 'Saltwater', player: 'Roku'})]),
		note: event => noted.push(event),
		changed: () => {
			changes += 1;
		},
		now: () => 1000,
		...given,
	});
	return {stop, asked, noted, changes: () => changes};
};

test('a stream that runs is ended once, written down, and looked at anew', async () => {
	const {stop, asked, noted, changes} = stopping();
	expect(await stop({session: '7'})).toEqual({user: 'marta', title: 'Saltwater'});
	expect(asked).toEqual([{sessionKey: '7', sessionId: 'abc', message: 'The server goes down.'}]);
	expect(noted).toEqual([{at: 1000, kind: 'stopped', text: 'marta stopped: Saltwater on Roku'}]);
	expect(changes()).toBe(1);
});

test.each([
	['nobody allowed it', {isAllowed: false}, 'config', 'Streams cannot be stopped from here.'],
	['Tautulli is switched off', {tautulli: null}, 'config', 'Streams cannot be stopped from here.'],
	['it has ended', {activity: async () => activityOf([])}, 'not-found', 'This stream has ended already.'],
] as const)('nothing is asked where %s', async (_, given, code, message) => {
	const {stop, asked, noted} = stopping(given);
	expect(await failureOf(stop({session: '7'}))).toMatchObject({code, message});
	expect([asked, noted]).toEqual([[], []]);
});

test('what was refused is not written down', async () => {
	const refuse = () => Promise.reject(new Error('Failed to terminate session.'));
	const {stop, noted, changes} = stopping({tautulli: {terminateSession: refuse}});
	await expect(stop({session: '7'})).rejects.toThrow('Failed to terminate session.');
	expect([noted, changes()]).toEqual([[], 0]);
});
