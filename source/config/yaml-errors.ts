import type {ErrorCode, YAMLError} from 'yaml';

/** A mistake, and where it begins. */
export type YamlMistake = {readonly code: ErrorCode; readonly offset: number};

/** Past blanks, empty lines and comments; the same place where nothing follows. */
const textFrom = (text: string, offset: number): number => {
	const blank = /^(?:\s+|#.*)*/.exec(text.slice(offset))?.[0].length ?? 0;
	return offset + blank < text.length ? offset + blank : offset;
};

const isItemWithoutDash = ({code, message}: YAMLError): boolean =>
	code === 'MISSING_CHAR' && message.startsWith('Sequence item');

/**
 * What the parser found, as whoever wrote the file sees it. A line that is indented too far goes on with the value before it, so
 * the parser complains twice, and about the line before.
 */
export const mistakesIn = (errors: readonly YAMLError[], text: string): readonly YamlMistake[] => {
	const nested = new Set(errors.flatMap(({code, pos}) => (code === 'BLOCK_AS_IMPLICIT_KEY' ? [pos[0]] : [])));
	const lost = errors.filter(({code, pos}) => code === 'MULTILINE_IMPLICIT_KEY' && nested.has(pos[0]));
	const starts = new Set(lost.map(({pos}) => pos[0]));
	return errors.flatMap((error): YamlMistake[] => {
		const {code, pos} = error;
		if (lost.includes(error)) {
			const line = text.lastIndexOf('\n', pos[1] - 1) + 1;
			return [{code: 'BAD_INDENT', offset: textFrom(text, line)}];
		}
		if (code === 'BLOCK_AS_IMPLICIT_KEY' && starts.has(pos[0])) return [];
		if (code === 'BAD_INDENT' || isItemWithoutDash(error))
			return [{code: 'BAD_INDENT', offset: textFrom(text, pos[0])}];
		return [{code, offset: pos[0]}];
	});
};
