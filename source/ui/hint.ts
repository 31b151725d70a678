import type {Row} from '../canvas/row.ts';
import type {Action} from './keys/bindings.ts';
import {keyLabel} from './keys/labels.ts';
import type {Shell} from './shell.ts';

/** A key and what it does, as it is really bound; empty where no key does it. */
export const hint = (
	action: Action,
	{bindings, glyphs, state}: Pick<Shell, 'bindings' | 'glyphs' | 'state'>,
	words?: string,
): Row => {
	const binding = bindings.find(each => each.action === action);
	const [key] = binding?.keys ?? [];
	if (!binding || key === undefined || (binding.changes && state.settings?.lookOnly)) return [];
	return keyHint(keyLabel(key, glyphs), words ?? binding.footer ?? '');
};

/** The same for a key that has its meaning only now. */
export const keyHint = (key: string, words: string): Row => [{text: key, role: 'bold'}, {text: ` ${words}`}];
