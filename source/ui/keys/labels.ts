import type {Glyphs} from '../../draw/glyphs.ts';

/** How a key is written on the screen. */
export const keyLabel = (key: string, glyphs: Glyphs): string => {
	switch (key) {
		case 'enter':
			return glyphs.enter;
		case 'backspace':
			return glyphs.back;
		case 'tab':
			return 'Tab';
		case 'shift-tab':
			return 'Shift-Tab';
		case 'pgup':
			return 'PgUp';
		case 'pgdn':
			return 'PgDn';
		default:
			return key.startsWith('ctrl-') ? `^${key.slice(5).toUpperCase()}` : key;
	}
};
