import {keyNames} from '../keys/names.ts';
import {type Mouse, mouseOf} from './mouse.ts';
import {isFinal, isInside, keyOf, opensSequence, opensString} from './sequences.ts';
import {createSignReader} from './signs.ts';
import {cutAt, type InputState, pasteEnd} from './state.ts';
import {createTyping, type Trust} from './typing.ts';

/** A key by its name in the table of bindings, the mouse, a paste, or the text of an OSC that the terminal sent. */
export type Token =
	| {readonly type: 'key'; readonly name: string; readonly trust: Trust}
	| {readonly type: 'reply'; readonly text: string}
	| ({readonly type: 'mouse'} & Mouse)
	/** A whole paste, or as much of it as came before a silence. */
	| {readonly type: 'paste'; readonly text: string};

/** Takes input apart. Times are monotonic milliseconds. */
export type Tokenizer = {
	readonly feed: (bytes: Uint8Array, now: number) => void;
	/** Lets time pass; due at `wakeAt`. Input that waits to be read must be fed before. */
	readonly tick: (now: number) => void;
	/** When silence comes to mean something; null: never. */
	readonly wakeAt: () => number | null;
	/** How long an Esc waits for the rest of a sequence. */
	readonly setEscapeMs: (milliseconds: number) => void;
};

const esc = '\u001B';
const bell = '\u0007';
const ctrlC = '\u0003';

const usualEscapeMs = 150;
/** More text than any sequence needs that means something here. */
const longestText = 128;
/** More of a paste is no name and no title. */
const longestPaste = 1000;

/** Ctrl with a letter, but for those that text or replies contain: no paste and no reply of a terminal holds one. */
const isControlKey = (sign: string): boolean => /[\u0001-\u0006\u000B\u000C\u000E-\u001A]/.test(sign);

/**
 * A state machine between the terminal's bytes and keys. Nothing that changes anything may start from bytes that no finger
 * typed, whatever the pauses between them, and yet it must not stay deaf. Both hold by this rule: a sequence or paste that
 * has been silent for too long is *cut*, not over. Then
 *
 * - a piece of two or more signs continues it, however late it comes: fingers send one sign at a time;
 * - a single sign is a key, but marked `cut`, so that it moves and closes things and changes nothing. It continues the
 *   sequence as well: the `c` that ends an unfinished CSI is never "collect", the next one is;
 * - it is over with its own end, with a key of Ctrl and a letter, and, unless it is a paste, with the next Esc.
 *
 * An Esc that has been told as a key is cut in the same way: `[` an hour later continues it.
 */
export const createTokenizer = (emit: (token: Token) => void): Tokenizer => {
	const read = createSignReader();
	let state: InputState = {kind: 'keys'};
	let isCut = false;
	/** A paste has begun and its end marker has not come. */
	let isPasteOpen = false;
	let pasted = '';
	let escapeMs = usualEscapeMs;
	let startedAt = 0;
	let fedAt = 0;

	const typing = createTyping((name, trust) => emit({type: 'key', name, trust: isPasteOpen ? 'cut' : trust}));

	const press = (name: string): void => {
		typing.flush(fedAt);
		emit({type: 'key', name, trust: isPasteOpen ? 'cut' : 'typed'});
	};

	/** What of the paste is no beginning of its end. */
	const tellPaste = (matched: number): void => {
		const text = pasted.slice(0, pasted.length - matched);
		pasted = '';
		if (text !== '') emit({type: 'paste', text});
	};

	const reply = (text: string): void => {
		if (text !== '') emit({type: 'reply', text});
	};

	const begin = (next: InputState): void => {
		typing.flush(fedAt);
		state = next;
		startedAt = fedAt;
		isCut = false;
	};

	/** After a sequence: keys again, or the paste that it came into. */
	const end = (): void => {
		state = isPasteOpen ? {kind: 'paste', matched: 0} : {kind: 'keys'};
		isCut = isPasteOpen;
	};

	const finish = (sequence: string): void => {
		if (sequence === '[M') {
			begin({kind: 'mouse', left: 3});
			return;
		}
		if (sequence === '[200~') {
			isPasteOpen = true;
			pasted = '';
		}
		if (sequence === '[201~') isPasteOpen = false;
		const mouse = isPasteOpen ? null : mouseOf(sequence);
		if (mouse) emit({type: 'mouse', ...mouse});
		const key = keyOf(sequence);
		if (key !== null) press(key);
		if (sequence === '[200~') begin({kind: 'paste', matched: 0});
		else end();
	};

	const afterEscape = (sign: string, ended: string | null): void => {
		const isLate = isCut;
		if (sign === esc) {
			if (ended === null && !isLate) press('esc');
			begin({kind: 'escape', ended: null});
		} else if (ended !== null && sign === '\\') {
			end();
			reply(ended);
		} else if (opensString(sign)) begin({kind: 'string', isOsc: sign === ']', text: ''});
		else if (opensSequence(sign)) begin({kind: 'sequence', text: sign});
		else {
			end();
			// Else it was typed with Alt, which is no key here.
			if (isLate) step(sign);
		}
	};

	const inSequence = (sign: string, text: string): void => {
		isCut = false;
		if (sign === esc) begin({kind: 'escape', ended: null});
		// Function keys of the Linux console: one sign more.
		else if (isInside(sign) || (text === '[' && sign === '['))
			state = {kind: 'sequence', text: `${text}${sign}`.slice(0, longestText)};
		else if (isFinal(sign)) finish(`${text}${sign}`);
	};

	const inMouse = (sign: string, left: number): void => {
		isCut = false;
		if (sign === esc) begin({kind: 'escape', ended: null});
		else if (left === 1) end();
		else state = {kind: 'mouse', left: left - 1};
	};

	const inString = (sign: string, isOsc: boolean, text: string): void => {
		isCut = false;
		if (sign === esc) begin({kind: 'escape', ended: text});
		else if (sign === bell) {
			end();
			reply(text);
		} else if (isOsc) state = {kind: 'string', isOsc, text: `${text}${sign}`.slice(0, longestText)};
	};

	const inPaste = (sign: string, matched: number): void => {
		if (sign === esc && isCut) {
			begin({kind: 'escape', ended: null});
			return;
		}
		isCut = false;
		if (pasted.length < longestPaste + pasteEnd.length) pasted += sign;
		const further = sign === pasteEnd[matched] ? matched + 1 : Number(sign === esc);
		state = {kind: 'paste', matched: further};
		if (further < pasteEnd.length) return;
		tellPaste(pasted.endsWith(pasteEnd) ? pasteEnd.length : 0);
		isPasteOpen = false;
		end();
	};

	const step = (sign: string): void => {
		if (sign === ctrlC) {
			press('ctrl-c');
			return;
		}
		switch (state.kind) {
			case 'keys':
				if (sign === esc) begin({kind: 'escape', ended: null});
				else typing.add(sign);
				break;
			case 'escape':
				afterEscape(sign, state.ended);
				break;
			case 'sequence':
				inSequence(sign, state.text);
				break;
			case 'mouse':
				inMouse(sign, state.left);
				break;
			case 'string':
				inString(sign, state.isOsc, state.text);
				break;
			case 'paste':
				inPaste(sign, state.matched);
		}
	};

	/** A single sign after something that was cut: a key, and its continuation. */
	const stepAlone = (sign: string): void => {
		if (isControlKey(sign)) {
			isPasteOpen = false;
			end();
			step(sign);
		} else if (sign === esc || (state.kind === 'escape' && !opensSequence(sign))) step(sign);
		else {
			for (const name of keyNames(sign)) emit({type: 'key', name, trust: 'cut'});
			step(sign);
			// It has been told as a key.
			if (state.kind === 'paste') pasted = '';
			isCut = state.kind !== 'keys';
		}
	};

	const wakeAt = (): number | null => (isCut ? null : cutAt(state, startedAt, fedAt, escapeMs));

	return {
		feed: (bytes, now) => {
			fedAt = now;
			const signs = read(bytes);
			const [first] = signs;
			if (first !== undefined && signs.length === 1 && isControlKey(first)) typing.settle();
			if (isCut && first !== undefined && signs.length === 1) stepAlone(first);
			else for (const sign of signs) step(sign);
			typing.flush(fedAt);
		},
		tick: now => {
			const due = wakeAt();
			if (due === null || now < due) return;
			if (state.kind === 'escape' && state.ended === null) press('esc');
			if (state.kind === 'paste') tellPaste(state.matched);
			isCut = true;
		},
		wakeAt,
		setEscapeMs: milliseconds => {
			escapeMs = milliseconds;
		},
	};
};
