import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {textWidth} from '../../source/canvas/widths.ts';

test('the quick way measures every sign as the library does', () => {
	const signs = Array.from({length: 0xffff}, (_, code) => String.fromCharCode(code));
	expect(signs.filter(sign => textWidth(sign) !== stringWidth(sign))).toEqual([]);
	expect(signs.filter(sign => textWidth(`a${sign}`) !== stringWidth(`a${sign}`))).toEqual([]);
});
