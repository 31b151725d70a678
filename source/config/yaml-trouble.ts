import type {ErrorCode} from 'yaml';

type Words = {readonly sentence: string; readonly remedy: string};

const indent: Words = {
	sentence: 'the indentation is wrong, or something above is not closed.',
	remedy: 'Indent keys of one section by the same number of spaces; close quotes and brackets.',
};

const quotes: Words = {
	sentence: 'this value cannot be read.',
	remedy: 'Put it in quotes.',
};

const alias: Words = {
	sentence: 'this alias or anchor cannot be used here.',
	remedy: 'Write the value itself; if it starts with * or &, put it in quotes.',
};

const tag: Words = {
	sentence: 'tags (a word after !) are not understood.',
	remedy: 'Write the value itself, or give it through the environment.',
};

/**
 * Our words for what the YAML parser finds, by its code. Its own messages can quote the line, which may hold a secret.
 */
const words: Partial<Record<ErrorCode, Words>> = {
	TAB_AS_INDENT: {sentence: 'a tab stands where only spaces may indent.', remedy: 'Replace the tab with spaces.'},
	DUPLICATE_KEY: {sentence: 'this key stands here twice.', remedy: 'Keep one of the two.'},
	BAD_INDENT: indent,
	BAD_SCALAR_START: quotes,
	BAD_DQ_ESCAPE: {
		sentence: 'a backslash in double quotes starts an unknown escape.',
		remedy: "Use single quotes: 'C:\\folder'.",
	},
	BLOCK_AS_IMPLICIT_KEY: {
		sentence: 'a key and its value are nested on one line.',
		remedy: 'Put the value in quotes, or on lines of its own, indented.',
	},
	BLOCK_IN_FLOW: {sentence: 'a block cannot stand inside { } or [ ].', remedy: 'Close the bracket on this line.'},
	MULTILINE_IMPLICIT_KEY: {
		sentence: 'a key without a colon, or a value on a line that should hold a key.',
		remedy: 'Write `key: value`, with a colon and a blank.',
	},
	MISSING_CHAR: {
		sentence: 'a closing quote, a bracket, a comma, or a colon with a blank after it is missing.',
		remedy: 'Close it, or write `key: value` with a blank after the colon.',
	},
	MULTIPLE_DOCS: {sentence: 'a second document starts here.', remedy: 'Remove the line `---`.'},
	BAD_ALIAS: alias,
	MULTIPLE_ANCHORS: alias,
	RESOURCE_EXHAUSTION: alias,
	TAG_RESOLVE_FAILED: tag,
};

const fallback: Words = {
	sentence: 'this is not YAML.',
	remedy: 'Write `key: value` lines, indented with spaces; values with special characters in quotes.',
};

/** What is wrong and what to do, for a code of the YAML parser. */
export const yamlTrouble = (code: ErrorCode): Words => words[code] ?? fallback;
