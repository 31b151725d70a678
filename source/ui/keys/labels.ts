import type {Glyphs} from '../../canvas/glyphs.ts';

const arrows: Readonly<Record<string, string>> = {up: '↑', down: '↓', left: '←', right: '→'};

/** How a key is written on the screen. */
export const keyLabel = (key: string, glyphs: Glyphs): string => {
	const arrow = glyphs.ascii ? undefined : arrows[key];
	if (arrow !== undefined) return arrow;
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
