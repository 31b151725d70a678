/** What comes after Esc and opens a sequence: CSI, SS3, the strings, and the intermediates of shorter ones (`ESC ( B`). */
export const opensSequence = (sign: string): boolean =>
	'[O'.includes(sign) || opensString(sign) || (sign >= ' ' && sign < '0');

/** DCS, OSC, SOS, PM and APC have no last sign of their own: they last until ST, which is `ESC \`, or BEL. */
export const opensString = (sign: string): boolean => 'P]X^_'.includes(sign);

/** The sign stands between an introducer and the last sign: parameters and intermediates of ECMA-48. */
export const isInside = (sign: string): boolean => sign >= ' ' && sign <= '?';

/** The sign ends a sequence. */
export const isFinal = (sign: string): boolean => sign >= '@' && sign <= '~';

const letters: Readonly<Record<string, string>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	H: 'home',
	F: 'end',
	Z: 'shift-tab',
	// With Shift or Ctrl in rxvt.
	a: 'up',
	b: 'down',
	c: 'right',
	d: 'left',
};

const numbers: Readonly<Record<string, string>> = {
	'1': 'home',
	'3': 'backspace',
	'4': 'end',
	'5': 'pgup',
	'6': 'pgdn',
	'7': 'home',
	'8': 'end',
};

/** Modifiers do not matter; of the events of the kitty protocol, press and repeat do, release does not. */
const lettered = /^(?:\[(?:1?(?:;\d*(?::[12])?)?)?|O\d*)([A-DFHZa-d])$/;
const numbered = /^\[(\d+)(?:;\d*(?::[12])?)?~$/;

/** The key of a whole CSI or SS3 sequence, written without its Esc; null: it is none, such as a mouse report. */
export const keyOf = (sequence: string): string | null => {
	if (sequence === 'OM') return 'enter';
	const letter = lettered.exec(sequence)?.[1];
	if (letter !== undefined) return letters[letter] ?? null;
	const number = numbered.exec(sequence)?.[1];
	return number === undefined ? null : (numbers[number] ?? null);
};
