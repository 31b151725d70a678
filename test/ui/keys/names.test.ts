import {expect, test} from 'vitest';
import {type KeyFlags, keyNames} from '../../../source/ui/keys/names.ts';

const none: KeyFlags = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	tab: false,
	backspace: false,
	delete: false,
	shift: false,
	ctrl: false,
	meta: false,
};

test.each<[string, string, Partial<KeyFlags>, string[]]>([
	['a letter', 'j', {}, ['j']],
	['fast typing in one piece', 'jj5', {}, ['j', 'j', '5']],
	['a capital', 'G', {shift: true}, ['G']],
	['Enter inside a piece', 'j\r', {}, ['j', 'enter']],
	['an arrow', '', {upArrow: true}, ['up']],
	['Tab', '\t', {tab: true}, ['tab']],
	['Shift-Tab', '', {tab: true, shift: true}, ['shift-tab']],
	['Delete is what many terminals send for Backspace', '', {delete: true}, ['backspace']],
	['Ctrl-C', 'c', {ctrl: true}, ['ctrl-c']],
	['Ctrl-Z inside a piece', 'j\u001A', {}, ['j', 'ctrl-z']],
	['Alt is no letter', 'c', {meta: true}, []],
	['an emoji is one key', '👩‍👩‍👧', {}, ['👩‍👩‍👧']],
	['other control bytes are no keys', '\u0000\u0001', {}, []],
	['nothing', '', {}, []],
])('%s', (_, input, flags, names) => {
	expect(keyNames(input, {...none, ...flags})).toEqual(names);
});
