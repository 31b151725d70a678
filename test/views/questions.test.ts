import {expect, test} from 'vitest';
import {textWidth} from '../../source/canvas/widths.ts';
import {views} from '../../source/views/index.ts';
import {questionOf} from '../../source/views/questions.ts';

test('every view has its question, and no other', () => {
	expect(Object.keys(questionOf).toSorted()).toEqual(views.map(({name}) => name).toSorted());
});

test('a question stands whole in the list of views', () => {
	for (const question of Object.values(questionOf)) expect(textWidth(question)).toBeLessThanOrEqual(28);
});
