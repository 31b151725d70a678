import {expect, test} from 'vitest';
import {type Finding, warning, well, wrong} from '../../source/doctor/finding.ts';
import {type Look, take, takeSteps} from '../../source/doctor/look.ts';
import {AppError} from '../../source/domain/app-error.ts';
import {hideSecrets} from '../../source/domain/text/secrets.ts';
import {failureOf} from '../helpers/errors.ts';

const never = new AbortController().signal;
const refused = new AppError('unreachable', 'It refused.', {hint: 'Start it.'});

const looking = (look: Look['look'], seconds = 60): Look => ({section: 'files', name: 'log', seconds, look});

test('what is found stands in its section, and may be several lines or none', async () => {
	const found = [well('one', 'fine'), warning('two', 'hm', 'Do this.')];
	expect(
		await take(
			looking(() => found),
			never,
		),
	).toEqual(found.map(one => ({...one, section: 'files'})));
	expect(
		await take(
			looking(() => []),
			never,
		),
	).toEqual([]);
});

test('what it throws costs a line: an AppError in its words, a bug as one', async () => {
	const thrown = (error: unknown) =>
		take(
			looking(() => {
				throw error;
			}),
			never,
		);
	expect(await thrown(refused)).toEqual([{...wrong('log', refused.toJSON()), section: 'files'}]);
	const bug: Finding = {
		name: 'log',
		state: 'wrong',
		text: 'This could not be looked at: oops',
		remedy: 'Please report it as a bug in tautop.',
		error: null,
		ms: null,
	};
	expect(await thrown(new Error('oops'))).toEqual([{...bug, section: 'files'}]);
	expect(await thrown('oops')).toEqual([{...bug, section: 'files'}]);
});

test('one that does not end is not waited for, and hears so', async () => {
	let stopped = false;
	const forever: Look['look'] = signal => {
		signal.addEventListener('abort', () => {
			stopped = true;
		});
		return new Promise(() => undefined);
	};
	expect(await take(looking(forever, 0.01), never)).toMatchObject([{state: 'warning', error: null}]);
	expect(stopped).toBe(true);
	const late = new AppError('timeout', 'It is silent.');
	expect(await take({...looking(forever, 0.01), late}, never)).toMatchObject([{state: 'wrong', text: 'It is silent.'}]);
});

test('an interruption ends it', async () => {
	const controller = new AbortController();
	const taken = take(
		looking(() => new Promise(() => undefined)),
		controller.signal,
	);
	controller.abort();
	expect((await failureOf(taken)).code).toBe('cancelled');
	expect(
		(
			await failureOf(
				take(
					looking(() => []),
					controller.signal,
				),
			)
		).code,
	).toBe('cancelled');
});

test('steps end with the first that is wrong; a warning does not end them', async () => {
	const steps = [
		looking(() => [warning('one', 'hm', null)]),
		looking(() => [wrong('two', refused.toJSON())]),
		looking(() => [well('three', 'fine')]),
	];
	expect((await takeSteps(steps, never)).map(({name}) => name)).toEqual(['one', 'two']);
});

test('what is shown is clean and without secrets', async () => {
	hideSecrets(['canary-secret']);
	const found = await take(
		looking(() => [warning('log', 'a\u001B[31m canary-secret\n', 'b canary-secret')]),
		never,
	);
	expect(found).toMatchObject([{text: 'a [secret] ', remedy: 'b [secret]'}]);
});
