import {expect, test} from 'vitest';
import {emptyLine, hearHidden} from '../../../source/commands/init/hidden-line.ts';

const esc = '\u001B';

test.each([
	['typed', 'abc\r', 'abc', ''],
	['pasted with the line behind it', 'abc\nnext\n', 'abc', 'next\n'],
	['pasted between marks', `${esc}[200~abc${esc}[201~\r`, 'abc', ''],
	['with a slip', 'abx\u007Fc\r', 'abc', ''],
	['with an old terminal’s backspace', 'abx\bc\r', 'abc', ''],
	['begun again', 'xyz\u0015abc\r', 'abc', ''],
	['with arrows in between', `ab${esc}[D${esc}OAc\r`, 'abc', ''],
	['an emoji goes as one', 'ab👍\u007Fc\r', 'abc', ''],
	['ctrl-d behind text is a slip', 'ab\u0004c\r', 'abc', ''],
	['nothing', '\r', '', ''],
])('a line that is typed unseen: %s', (_, input, text, rest) => {
	expect(hearHidden(emptyLine, input)).toEqual({type: 'done', text, rest});
	// However the pieces arrive.
	let line = emptyLine;
	for (const [index, sign] of [...input].entries()) {
		const heard = hearHidden(line, sign);
		if (heard.type === 'done') {
			expect(heard.text).toBe(text);
			expect([...input].slice(index + 1).join('')).toBe(rest);
			return;
		}
		line = heard.line;
	}
	throw new Error('the line did not end');
});

test.each([
	['\u0003', 'interrupt'],
	['\u0004', 'end'],
	['\u001A', 'suspend'],
])('%j ends it otherwise', (input, type) => {
	expect(hearHidden(emptyLine, input)).toMatchObject({type});
});
