import type {Row} from '../canvas/row.ts';

/** Which of several servers an answer is about, and how to ask about the others; nothing where there is only one. */
export const aboutRows = (name: string | null, names: readonly string[]): Row[] => {
	if (name === null) return [];
	const others = names.filter(other => other !== name).join(', ');
	const rest = others === '' ? '' : `   --server NAME asks about ${others}`;
	return [[{text: 'Server     ', role: 'bold'}, {text: name}, {text: rest, role: 'dim'}]];
};
