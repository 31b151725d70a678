import {expect, test} from 'vitest';
import {sift} from '../../source/ui/background.ts';

const st = '\u001B\\';
const bel = '\u0007';

test.each([
	[`\u001B]11;rgb:0000/0000/0000${st}`, '', 'dark'],
	[`\u001B]11;rgb:ffff/ffff/ffff${bel}`, '', 'light'],
	[`\u001B]11;rgb:1e/1e/2e${st}`, '', 'dark'],
	[`\u001B]11;rgba:fdfd/f6f6/e3e3/ffff${st}`, '', 'light'],
	[`1\u001B]11;rgb:fdf6/e3e3/0000${bel}5`, '15', 'light'],
	['55jj', '55jj', null],
	['\u001B[A', '\u001B[A', null],
	['\u001B', '\u001B', null],
	['\u001B[200~\u001B]0;x', '\u001B[200~\u001B]0;x', null],
])('input %j', (input, keys, background) => {
	expect(sift(input)).toEqual({keys, held: '', background});
});

test('a reply in two pieces is never keys, wherever it is cut', () => {
	const whole = `\u001B]11;rgb:ffff/ffff/ffff${st}`;
	for (let cut = 2; cut < whole.length; cut += 1) {
		const first = sift(whole.slice(0, cut));
		expect(first).toEqual({keys: '', held: whole.slice(0, cut), background: null});
		expect(sift(first.held + whole.slice(cut))).toEqual({keys: '', held: '', background: 'light'});
	}
});

test('what turns out to be no reply is keys again', () => {
	const {held} = sift('\u001B]');
	expect(sift(`${held}j`).keys).toBe('\u001B]j');
});
