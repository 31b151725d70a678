import {type Action, defaultKeys, mayShareKey} from '../domain/actions.ts';
import {nearest} from '../domain/text/nearest.ts';

/** What is wrong with one entry of `dashboard.keys`; the sentence goes on after the name of the entry. */
export type KeyTrouble = {readonly action: string; readonly sentence: string; readonly remedy: string};

/** Keys that are no sign. Terminals send ctrl-h, -i, -j and -m for backspace, tab and enter. */
const named = /^(?:enter|esc|backspace|tab|shift-tab|up|down|left|right|home|end|pgup|pgdn|ctrl-[a-gk-ln-z])$/;
const namesForPeople =
	'Write one sign, or enter, esc, backspace, tab, shift-tab, up, down, left, right, home, end, pgup, pgdn, or ctrl- and a letter.';

/** Made for each key that was chosen, since most people choose none and making one takes time. */
const graphemesOf = (text: string): readonly Intl.SegmentData[] => [
	...new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(text),
];

/** True for what the dashboard can hear: a sign that is seen, or a named key. */
export const isKey = (text: string): boolean =>
	named.test(text) || (/^[^\p{C}\p{Z}]/u.test(text) && graphemesOf(text).length === 1);

const isAction = (name: string): name is Action => Object.hasOwn(defaultKeys, name);
const actions = Object.keys(defaultKeys).filter(isAction);

/** Another action that has this key: chosen, or by default where nothing was chosen for it. */
const ownerOf = (key: string, action: string, chosen: Readonly<Record<string, string>>): Action | undefined =>
	actions.find(other => {
		const own = chosen[other];
		const keys: readonly string[] = own === undefined ? defaultKeys[other] : [own];
		return other !== action && keys.includes(key) && !mayShareKey(other, action);
	});

const troubleOf = (action: string, key: string, chosen: Readonly<Record<string, string>>): KeyTrouble | null => {
	if (!isAction(action)) {
		const close = nearest(action, actions);
		const remedy = close ? `Did you mean ${close}?` : `Actions are ${actions.join(', ')}.`;
		return {action, sentence: 'names no action', remedy};
	}
	if (!isKey(key)) return {action, sentence: 'names no key', remedy: namesForPeople};
	const owner = ownerOf(key, action, chosen);
	if (owner === undefined) return null;
	return {
		action,
		sentence: `takes a key that ${owner} has`,
		remedy: `Take another one, or give ${owner} another key here.`,
	};
};

/** Checks the keys that were chosen: action name to key. No key may have two meanings, so none gives way in silence. */
export const keyTroubles = (chosen: Readonly<Record<string, string>>): readonly KeyTrouble[] =>
	Object.entries(chosen).flatMap(([action, key]) => troubleOf(action, key, chosen) ?? []);
