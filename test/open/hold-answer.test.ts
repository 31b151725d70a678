import {expect, test} from 'vitest';
import {holdAnswer} from '../../source/open/hold-answer.ts';

/** An answer that is held, what the server says, and how often it was asked. */
const holding = () => {
	const world = {says: 'good', at: 0, mayHold: true, asked: 0};
	const held = holdAnswer(
		async () => {
			world.asked += 1;
			if (world.says === 'away') throw new Error('away');
			return world.says;
		},
		{isGood: answer => answer === 'good', mayHold: () => world.mayHold, clock: () => world.at},
	);
	return {held, world};
};

test('asked every 30 seconds, it asks every three minutes', async () => {
	const {held, world} = holding();
	for (let minute = 0; minute < 12; minute += 0.5) {
		world.at = minute * 60_000;
		expect(await held.answer()).toBe('good');
	}
	expect(world.asked).toBe(4);
});

test('what is not good, what may not hold and what was forgotten is asked anew', async () => {
	const {held, world} = holding();
	world.says = 'bad';
	await held.answer();
	await held.answer();
	expect(world.asked).toBe(2);
	world.says = 'good';
	await held.answer();
	held.forget();
	await held.answer();
	expect(world.asked).toBe(4);
	world.mayHold = false;
	await held.answer();
	expect(world.asked).toBe(5);
});

test('a failure is passed on, and holds nothing', async () => {
	const {held, world} = holding();
	await held.answer();
	world.at = 180_000;
	world.says = 'away';
	await expect(held.answer()).rejects.toThrow('away');
	world.says = 'good';
	await held.answer();
	expect(world.asked).toBe(3);
});
