import {keyNames} from '../keys/names.ts';

/**
 * How sure it is that a finger pressed a key. `burst`: it came in a piece with more keys than anybody types at once, such as
 * a paste of a terminal that marks none. `cut`: a sequence or a paste before it has not ended, and it may be the rest.
 */
export type Trust = 'typed' | 'burst' | 'cut';

/** Text on its way to be keys. Times are monotonic milliseconds. */
export type Typing = {
	readonly add: (sign: string) => void;
	/** Tells the keys of what was added since. */
	readonly flush: (now: number) => void;
	/** A finger has surely typed: a burst before it is over. */
	readonly settle: () => void;
};

/** More keys than anybody presses between two reads. */
const longestTyped = 3;
/** What comes so soon after a burst is the rest of it: a slow line cuts a paste, and only some terminals mark its end. */
const burstMs = 1000;
/** More text than a held key gives while the line is slow: a paste without marks, which presses nothing at all. */
const longestBurst = 200;

export const createTyping = (press: (name: string, trust: Trust) => void): Typing => {
	let text = '';
	let burstAt = Number.NEGATIVE_INFINITY;
	return {
		add: sign => {
			text += sign;
		},
		flush: now => {
			if (text === '') return;
			const names = text.length > longestBurst ? [] : keyNames(text);
			const isBurst = text.length > longestBurst || names.length > longestTyped || now - burstAt < burstMs;
			text = '';
			if (isBurst) burstAt = now;
			for (const name of names) press(name, isBurst ? 'burst' : 'typed');
		},
		settle: () => {
			burstAt = Number.NEGATIVE_INFINITY;
		},
	};
};
