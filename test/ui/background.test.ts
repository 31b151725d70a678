import {expect, test} from 'vitest';
import {answeredBackground} from '../../source/ui/feeds/background.ts';

test.each([
	['11;rgb:0000/0000/0000', 'dark'],
	['11;rgb:ffff/ffff/ffff', 'light'],
	['11;rgb:1e/1e/2e', 'dark'],
	['11;rgba:fdfd/f6f6/e3e3/ffff', 'light'],
	['11;RGB:FDF6/E3E3/0000', 'light'],
	['10;rgb:ffff/ffff/ffff', null],
	['11;?', null],
	['52;c;MTE7cmdi', null],
])('the answer %j', (text, background) => {
	expect(answeredBackground(text)).toBe(background);
});
