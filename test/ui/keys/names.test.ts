import {expect, test} from 'vitest';
import {keyNames} from '../../../source/ui/keys/names.ts';

test.each<[string, string, string[]]>([
	['a letter', 'j', ['j']],
	['fast typing in one piece', 'jj5', ['j', 'j', '5']],
	['a capital', 'G', ['G']],
	['Enter inside a piece', 'j\r', ['j', 'enter']],
	['Enter as two signs', '\r\n', ['enter']],
	['Tab', '\t', ['tab']],
	['Backspace as terminals send it, and as old ones do', '\u007F\u0008', ['backspace', 'backspace']],
	['Ctrl-C', '\u0003', ['ctrl-c']],
	['Ctrl-Z inside a piece', 'j\u001A', ['j', 'ctrl-z']],
	['an emoji is one key', '👩‍👩‍👧', ['👩‍👩‍👧']],
	['other control characters are no keys', '\u0000\u001C\u0085', []],
	['nothing', '', []],
])('%s', (_, text, names) => {
	expect(keyNames(text)).toEqual(names);
});
