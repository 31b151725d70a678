/**
 * What has no picture of its own: soft hyphens, joiners, Hangul fillers, direction marks, variation selectors, tags, and
 * what never is a character. Interlinear annotation and the blank of Braille stand beside them. Letters of private use
 * stay: fonts of terminals draw icons there.
 */
const invisible = () => /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB\u2800]/u;

/** Scripts whose letters join, so that a joiner or its opposite between them changes what is read. */
const joiningLetter =
	'[[\\p{L}\\p{M}]&&[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Mymr}\\p{scx=Khmr}]]';

/** Where an invisible character is an honest part of a picture or a word. */
const honest = [
	// The flags of England, Scotland and Wales.
	'\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}',
	// Families, couples, professions.
	'(?<=[\\p{Extended_Pictographic}\\u{1F3FB}-\\u{1F3FF}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})',
	`(?<=${joiningLetter})[\\u200C\\u200D]`,
	// Emoji or text; keycaps.
	'(?<=[\\p{Extended_Pictographic}#*0-9])[\\uFE0E\\uFE0F]',
	// Forms of ideographs in names, and of Mongolian letters.
	'(?<=\\p{sc=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]',
	'(?<=[\\p{sc=Mong}&&\\p{L}])[\\u180B-\\u180D\\u180F]',
].join('|');

/** Made when first needed: every start would wait for it. */
let honestOrInvisible: RegExp | undefined;

const everyInvisible = (): RegExp => {
	honestOrInvisible ??= new RegExp(`(${honest})|${invisible().source}`, 'gv');
	return honestOrInvisible;
};

/** The text without characters that nobody sees, but for those that an emoji or a script needs; a blank of Braille is a blank. */
export const withoutInvisible = (text: string): string =>
	/[^ -~]/.test(text) && invisible().test(text)
		? text.replace(everyInvisible(), (found, kept: string | undefined) => kept ?? (found === '\u2800' ? ' ' : ''))
		: text;
