import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {type Clock, createPoller, type Load} from '../../source/ui/feeds/poller.ts';
import {fakeClock, settled} from './fake-clock.ts';

const answering = (clock: Clock): {load: Load<number>; asked: number[]} => {
	const asked: number[] = [];
	return {
		asked,
		load: async () => {
			asked.push(clock.now());
			return asked.length;
		},
	};
};

const failing = (error: AppError): {load: Load<number>; count: () => number} => {
	let asked = 0;
	return {
		count: () => asked,
		load: async () => {
			asked += 1;
			throw error;
		},
	};
};

test('asks for the first listener, then at its interval, and stops with the last one', async () => {
	const clock = fakeClock(1000);
	const {load, asked} = answering(clock);
	const poller = createPoller(load, 5, clock);
	expect(poller.reading()).toEqual({state: 'waiting'});
	await clock.pass(20);
	expect(asked).toEqual([]);
	const end = poller.listen(() => {});
	await clock.pass(11);
	expect(asked).toEqual([1020, 1025, 1030]);
	expect(poller.reading()).toEqual({state: 'ready', data: 3, at: 1030, trouble: null});
	end();
	await clock.pass(60);
	expect(asked).toHaveLength(3);
	expect(clock.pending()).toBe(0);
});

test('an answer that promises calm holds for longer', async () => {
	const clock = fakeClock(1000);
	const {load, asked} = answering(clock);
	createPoller(load, 5, clock, answer => (answer === 2 ? 1.4 : 1)).listen(() => {});
	await clock.pass(20);
	expect(asked).toEqual([1000, 1005, 1012, 1017]);
});

test('never asks a second question while one is open', async () => {
	const clock = fakeClock(0);
	const answers: Array<(value: number) => void> = [];
	const poller = createPoller<number>(() => new Promise(resolve => answers.push(resolve)), 5, clock);
	poller.listen(() => {});
	await clock.pass(60);
	poller.ask();
	await settled();
	expect(answers).toHaveLength(1);
});

test('keeps the old data beside the trouble, from the last good answer on', async () => {
	const clock = fakeClock(100);
	let fails = false;
	const error = new AppError('timeout', 'No answer.', {server: 'tautulli'});
	const poller = createPoller<number>(
		async () => {
			if (fails) throw error;
			return 7;
		},
		5,
		clock,
	);
	poller.listen(() => {});
	await settled();
	fails = true;
	await clock.pass(5);
	expect(poller.reading()).toEqual({
		state: 'ready',
		data: 7,
		at: 100,
		trouble: {error: error.toJSON(), since: 100, retryAt: 110},
	});
	await clock.pass(5);
	expect(poller.reading()).toMatchObject({at: 100, trouble: {since: 100, retryAt: 120}});
	fails = false;
	await clock.pass(10);
	expect(poller.reading()).toEqual({state: 'ready', data: 7, at: 120, trouble: null});
});

test('asks at most twelve times in the first five minutes of an outage', async () => {
	const clock = fakeClock(0, 0);
	const {load, count} = failing(new AppError('unreachable', 'Gone.'));
	createPoller(load, 5, clock).listen(() => {});
	await clock.pass(300);
	expect(count()).toBeGreaterThan(5);
	expect(count()).toBeLessThanOrEqual(12);
});

test('waits as long as the server asked', async () => {
	const clock = fakeClock(0);
	const {load, count} = failing(new AppError('server-error', 'Busy.', {retryAfterSeconds: 120}));
	createPoller(load, 5, clock).listen(() => {});
	await clock.pass(119);
	expect(count()).toBe(1);
	await clock.pass(1);
	expect(count()).toBe(2);
});

test('waits no longer than until the server is asked again, however often it failed', async () => {
	const clock = fakeClock(0);
	const {load, count} = failing(new AppError('unreachable', 'Gone.', {retryAfterSeconds: 5}));
	const poller = createPoller(load, 60, clock);
	poller.listen(() => {});
	await clock.pass(50);
	expect(count()).toBe(11);
	expect(poller.reading()).toMatchObject({trouble: {retryAt: 55}});
});

test('stops at a refused key until it is told to ask', async () => {
	const clock = fakeClock(0);
	const {load, count} = failing(new AppError('unauthorized', 'Tautulli refused the key.'));
	const poller = createPoller(load, 5, clock);
	poller.listen(() => {});
	await clock.pass(600);
	expect(count()).toBe(1);
	expect(poller.reading()).toMatchObject({state: 'failed', trouble: {retryAt: null}});
	poller.ask();
	await settled();
	expect(count()).toBe(2);
});

test('a new question drops the answer to the old one', async () => {
	const clock = fakeClock(0);
	let answerOld: (value: string) => void = () => {};
	let aborted = false;
	const poller = createPoller<string>(
		signal =>
			new Promise(resolve => {
				signal.addEventListener('abort', () => {
					aborted = true;
				});
				answerOld = resolve;
			}),
		60,
		clock,
	);
	poller.listen(() => {});
	await settled();
	poller.retune(async () => 'new');
	answerOld('old');
	await settled();
	expect(aborted).toBe(true);
	expect(poller.reading()).toMatchObject({data: 'new'});
});

test('a bug in a question is a failure in words, not a crash', async () => {
	const poller = createPoller<string>(
		() => {
			throw new TypeError('x is not a function');
		},
		5,
		fakeClock(0),
	);
	poller.listen(() => {});
	await settled();
	expect(poller.reading()).toMatchObject({state: 'failed', trouble: {error: {code: 'bad-answer'}}});
});

test('what changes while an answer is under way is asked once more behind it', async () => {
	const clock = fakeClock(1000);
	const answers: Array<(value: string) => void> = [];
	const poller = createPoller(() => new Promise<string>(resolve => answers.push(resolve)), null, clock);
	poller.listen(() => {});
	await settled();
	poller.renew();
	poller.renew();
	await settled();
	expect(answers).toHaveLength(1);
	answers[0]?.('before');
	await settled();
	expect(answers).toHaveLength(2);
	answers[1]?.('after');
	await settled();
	expect(poller.reading()).toMatchObject({data: 'after'});
	expect(answers).toHaveLength(2);
	poller.renew();
	await settled();
	expect(answers).toHaveLength(3);
});
