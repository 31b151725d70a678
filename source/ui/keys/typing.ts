import {cleanText} from '../../domain/text/text.ts';
import type {Event} from '../reduce.ts';
import type {State} from '../state.ts';

/** More is no name and no title. */
const longest = 200;

/** A text with a paste behind it, as one line. */
export const withPasted = (text: string, pasted: string): string =>
	`${text}${cleanText(pasted.replaceAll(/\s+/g, ' '))}`.slice(0, longest);

/** Signs that text is made of; the names of other keys are longer, or are controls. */
const signOf = (key: string): string => {
	if (key === 'space') return ' ';
	return [...new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(key)].length === 1 ? key : '';
};

/**
 * What a key is while text is typed; null: it is a key as always (arrows, Ctrl and a letter). Enter and Esc end the text; choosing
 * in the list of views is for whoever knows the views.
 */
export const typingEvent = ({typing}: State, key: string): Event | null => {
	if (!typing) return null;
	if (key === 'enter') return {type: 'typed-end', keep: true};
	if (key === 'esc') return {type: 'typed-end', keep: false};
	if (key === 'backspace') {
		if (typing.text === '') return {type: 'typed-end', keep: false};
		return {type: 'typed', text: [...typing.text].slice(0, -1).join('')};
	}
	const sign = signOf(key);
	return sign === '' ? null : {type: 'typed', text: `${typing.text}${sign}`.slice(0, longest)};
};
