import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {Activity, Session} from '../../source/domain/session.ts';
import {createObserver, type Observer} from '../../source/open/observe.ts';
import {fakeSession} from '../helpers/fake-sources.ts';

const watching = (...sessions: Session[]): Activity => ({
	streamCount: sessions.length,
	directPlayCount: 0,
	directStreamCount: 0,
	transcodeCount: 0,
	bandwidthKbps: {total: 0, lan: 0, wan: 0},
	sessions,
});

const away = (server: 'tautulli' | 'plex'): AppError => new AppError('unreachable', 'No answer.', {server});

/** An observer, the sentences that it noted, and its clock. */
const observing = (): {observer: Observer; told: string[]; wait: (seconds: number) => void} => {
	let now = 1000;
	const told: string[] = [];
	return {
		observer: createObserver(
			() => now,
			event => told.push(`${event.at} ${event.text}`),
		),
		told,
		wait: seconds => {
			now += seconds;
		},
	};
};

const observe = ({observe: ask}: Observer, answer: Activity | AppError): Promise<unknown> =>
	ask(answer instanceof AppError ? Promise.reject(answer) : Promise.resolve(answer)).catch(() => undefined);

test('a server that goes is told once, its return with how long it was away', async () => {
	const {observer, told, wait} = observing();
	await observe(observer, away('tautulli'));
	wait(20);
	await observe(observer, away('tautulli'));
	wait(21);
	await observe(observer, watching());
	await observe(observer, watching());
	expect(told).toEqual(['1000 Tautulli away', '1041 Tautulli back, away 41 s']);
});

test('when Plex is away, Tautulli has answered', async () => {
	const {observer, told, wait} = observing();
	await observe(observer, away('tautulli'));
	wait(120);
	await observe(observer, away('plex'));
	wait(3600);
	await observe(observer, watching());
	expect(told).toEqual([
		'1000 Tautulli away',
		'1120 Tautulli back, away 2 min',
		'1120 Plex away',
		'4720 Plex back, away 1 h 0 min',
	]);
});

test.each(['unauthorized', 'cancelled', 'busy'] as const)('%s says nothing about a server being away', async code => {
	const {observer, told} = observing();
	await observe(observer, new AppError(code, 'No.', {server: 'tautulli'}));
	expect(told).toEqual([]);
});

test('a stream that buffers again and again is told once in ten minutes', async () => {
	const {observer, told, wait} = observing();
	const buffering = watching(fakeSession({user: 'lena', state: 'buffering'}));
	for (let minute = 0; minute < 11; minute++) {
		await observe(observer, minute % 2 === 0 ? buffering : watching(fakeSession({user: 'lena'})));
		wait(60);
	}
	expect(told).toEqual(['1000 lena buffering: The Long Winter', '1600 lena buffering: The Long Winter']);
});

test.each([
	[{transcodeSpeed: 0.7}, ['1000 marta slow transcode: The Long Winter']],
	[{transcodeSpeed: 1}, []],
	[{transcodeSpeed: 0}, []],
	[{transcodeSpeed: null}, []],
	[{transcodeSpeed: 0.7, transcodeThrottled: true}, []],
])('a transcode with %j', async (given, expected) => {
	const {observer, told} = observing();
	await observe(observer, watching(fakeSession({transcodeDecision: 'transcode', ...given})));
	expect(told).toEqual(expected);
});

test('the failure passes on as it is', async () => {
	const {observer} = observing();
	const error = away('plex');
	await expect(observer.observe(Promise.reject(error))).rejects.toBe(error);
});
