import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {createGate, type Gate, type Topic} from '../../source/http/gate.ts';
import {failureOf} from '../helpers/errors.ts';

const gone = new AppError('unreachable', 'Gone.', {server: 'plex', hint: 'Look.'});
const oops = new AppError('server-error', 'Oops.');
const never = new AbortController().signal;
const topic = (kind: string, id = ''): Topic => ({kind, key: `${kind}${id}`});
const [streams, graphs, table] = [topic('streams'), topic('graphs'), topic('table')];

const start = (): {gate: Gate; pass: (seconds: number) => void} => {
	let now = 0;
	return {
		gate: createGate(() => now),
		pass: seconds => {
			now += seconds * 1000;
		},
	};
};

/** Lets a question through that fails. */
const failAt = async (gate: Gate, asked: Topic, standing: 'doubtful' | 'away' | 'refused', error = gone) => {
	const entry = await gate.enter(asked, never);
	const told = gate.failed(asked, standing, error);
	entry.leave();
	return told;
};

test('while a server is away every question hears the same error and the seconds left', async () => {
	const {gate, pass} = start();
	expect((await failAt(gate, streams, 'away')).retryAfterSeconds).toBe(5);
	pass(1.5);
	const told = await failureOf(gate.enter(graphs, never));
	expect(told.toJSON()).toEqual({...gone.toJSON(), retryAfterSeconds: 4});
});

test('pauses grow up to a minute and a half, and begin anew after an answer', async () => {
	const {gate, pass} = start();
	const pauses: Array<number | undefined> = [];
	for (let round = 0; round < 7; round++) {
		const {retryAfterSeconds} = await failAt(gate, streams, 'away');
		pauses.push(retryAfterSeconds);
		pass(retryAfterSeconds ?? 0);
	}
	expect(pauses).toEqual([5, 15, 30, 60, 90, 90, 90]);
	(await gate.enter(streams, never)).leave();
	gate.answered(streams);
	expect((await failAt(gate, streams, 'away')).retryAfterSeconds).toBe(5);
});

test('after the pause one question goes through, and the others wait for how it went', async () => {
	const {gate, pass} = start();
	await failAt(gate, streams, 'away');
	pass(5);
	const trial = await gate.enter(streams, never);
	expect(trial.mayRetry).toBe(false);
	const waiting = [gate.enter(graphs, never), gate.enter(table, never)];
	gate.failed(streams, 'away', gone);
	trial.leave();
	expect((await Promise.allSettled(waiting)).map(({status}) => status)).toEqual(['rejected', 'rejected']);
	pass(15);
	const second = await gate.enter(streams, never);
	const others = [gate.enter(graphs, never), gate.enter(table, never)];
	gate.answered(streams);
	second.leave();
	expect((await Promise.all(others)).map(({mayRetry}) => mayRetry)).toEqual([true, true]);
});

test('who waits can leave, and a trial that was cancelled lets the next one try', async () => {
	const {gate, pass} = start();
	await failAt(gate, streams, 'away');
	pass(5);
	const trial = await gate.enter(streams, never);
	const leaving = new AbortController();
	const left = gate.enter(graphs, leaving.signal);
	const next = gate.enter(table, never);
	leaving.abort();
	await expect(left).rejects.toThrow();
	trial.leave();
	expect((await next).mayRetry).toBe(false);
});

test('one question that fails by itself keeps nobody else waiting', async () => {
	const {gate, pass} = start();
	const pauses: Array<number | undefined> = [];
	for (let round = 0; round < 3; round++) {
		const {retryAfterSeconds} = await failAt(gate, graphs, 'doubtful', oops);
		expect((await failureOf(gate.enter(graphs, never))).message).toBe('Oops.');
		pauses.push(retryAfterSeconds);
		(await gate.enter(streams, never)).leave();
		gate.answered(streams);
		pass(retryAfterSeconds ?? 0);
	}
	expect(pauses).toEqual([5, 15, 30]);
	// It keeps nobody waiting, so it may take its time.
	expect(await gate.enter(graphs, never)).toMatchObject({isTrial: false, mayRetry: false});
});

test('two kinds of question that fail in a row are the whole server', async () => {
	const {gate} = start();
	await failAt(gate, graphs, 'doubtful', oops);
	await failAt(gate, streams, 'doubtful', oops);
	expect((await failureOf(gate.enter(table, never))).message).toBe('Oops.');
});

test('a few broken items are not the whole server; many in a row are', async () => {
	const {gate} = start();
	for (const id of ['1', '2', '3', '4']) await failAt(gate, topic('item', id), 'doubtful', oops);
	(await gate.enter(topic('item', '5'), never)).leave();
	await failAt(gate, topic('item', '5'), 'doubtful', oops);
	expect((await failureOf(gate.enter(topic('item', '6'), never))).code).toBe('server-error');
});

test('where a question may fail by itself, another one finds out how the server is', async () => {
	const {gate, pass} = start();
	await failAt(gate, graphs, 'doubtful', oops);
	await failAt(gate, streams, 'doubtful', oops);
	pass(5);
	expect((await failureOf(gate.enter(streams, never))).retryAfterSeconds).toBe(1);
	const trial = await gate.enter(table, never);
	gate.answered(table);
	trial.leave();
	(await gate.enter(topic('item'), never)).leave();
});

test('as long as the server asked', async () => {
	const {gate} = start();
	const busy = new AppError('server-error', 'Busy.', {retryAfterSeconds: 120});
	expect((await failAt(gate, streams, 'away', busy)).retryAfterSeconds).toBe(120);
});

test('a refused key is asked with no more until the user says so', async () => {
	const {gate, pass} = start();
	const refused = new AppError('unauthorized', 'No.');
	const identity = await gate.enter(topic('identity'), never);
	await failAt(gate, streams, 'refused', refused);
	// Plex tells who it is without a token.
	gate.answered(topic('identity'));
	identity.leave();
	pass(86_400);
	expect(await failureOf(gate.enter(graphs, never))).toMatchObject({
		code: 'unauthorized',
		retryAfterSeconds: undefined,
	});
	gate.reopen();
	(await gate.enter(graphs, never)).leave();
	gate.answered(graphs);
	expect((await gate.enter(graphs, never)).mayRetry).toBe(true);
});

test('the user ends a pause at once, and the next one is short again', async () => {
	const {gate, pass} = start();
	for (let round = 0; round < 4; round++) pass((await failAt(gate, streams, 'away')).retryAfterSeconds ?? 0);
	await failAt(gate, streams, 'away');
	gate.reopen();
	expect((await failAt(gate, streams, 'away')).retryAfterSeconds).toBe(5);
});
