import {expect, test} from 'vitest';
import {keyOf} from '../../../source/ui/input/sequences.ts';

test.each<[string, string | null]>([
	['[A', 'up'],
	['OB', 'down'],
	['[1;2C', 'right'],
	['[1;5:2D', 'left'],
	['[1;1:3A', null],
	['[d', 'left'],
	['[H', 'home'],
	['OF', 'end'],
	['[7~', 'home'],
	['[8~', 'end'],
	['[5~', 'pgup'],
	['[6;5~', 'pgdn'],
	['[3~', 'backspace'],
	['[Z', 'shift-tab'],
	['OM', 'enter'],
	['[2~', null],
	['[15~', null],
	['[2;1A', null],
	['[?1A', null],
	['[[A', null],
	['(A', null],
	['[I', null],
	['[?64;1;2c', null],
	['[99u', null],
])('%s is %s', (sequence, key) => {
	expect(keyOf(sequence)).toBe(key);
});
