import {expect, test} from 'vitest';
import {createOddTeller} from '../../source/open/odd.ts';

test('each sentence is told once, in the order in which they came', () => {
	const heard: string[] = [];
	const {odd, told} = createOddTeller(sentence => heard.push(sentence));
	for (const sentence of ['one', 'two', 'one']) odd(sentence);
	expect(heard).toEqual(['one', 'two']);
	expect(told()).toEqual(['one', 'two']);
});

test('a server that lies anew in every answer is heard 200 times', () => {
	const heard: string[] = [];
	const {odd} = createOddTeller(sentence => heard.push(sentence));
	for (let each = 0; each < 5000; each += 1) odd(`lie ${each}`);
	expect(heard).toHaveLength(200);
});
