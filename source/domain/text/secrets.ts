/**
 * The secrets of the configuration, for cutting them out of texts. They are told once, after the configuration was read;
 * from then on every text of a server (`cleanText`) and every error (`AppError`) passes `withoutSecrets`.
 */

/** A shorter value is no secret that anybody could keep, and would blot out parts of ordinary words. */
const shortest = 4;
const mark = '[secret]';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const named: Readonly<Record<string, string>> = {'&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos'};

/** A character as it is, and as URLs, forms, HTML, JSON and programs write it. */
const spellings = (character: string): string => {
	const percent = [...new TextEncoder().encode(character)].map(byte => `%(?:25)*${hex(byte)}`).join('');
	const code = character.codePointAt(0) ?? 0;
	const ways = [
		escaped(character),
		percent,
		`&#0*${code};?`,
		`&#x0*${code.toString(16)};?`,
		`\\\\u${code.toString(16).padStart(4, '0')}`,
		`\\\\u\\{0*${code.toString(16)}\\}`,
		...(code < 256 ? [`\\\\x${hex(code)}`] : []),
		...(named[character] ? [`&${named[character]};`] : []),
		...(character === ' ' ? ['\\+'] : []),
		...(/["\\/]/.test(character) ? [`\\\\${escaped(character)}`] : []),
	];
	return `(?:${ways.join('|')})`;
};

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/**
 * The parts of base64 that this secret alone decides, wherever in a longer text it stands: groups that it shares with
 * its neighbours are left out. With `-` and `_` for URLs.
 */
const base64Forms = (secret: string): string[] => {
	const bytes = new TextEncoder().encode(secret);
	const inside = [0, 1, 2].map(before => {
		const text = base64Of(new Uint8Array([...new Uint8Array(before), ...bytes]));
		const whole = Math.floor((before + bytes.length) / 3) * 4;
		return text.slice(before === 0 ? 0 : 4, whole);
	});
	return [base64Of(bytes).replace(/=+$/, ''), ...inside]
		.filter(form => form.length >= 8)
		.map(form => escaped(form).replaceAll('\\+', '[+-]').replaceAll('\\/', '\\\\?[/_]'));
};

const hexForm = (secret: string): string => [...new TextEncoder().encode(secret)].map(hex).join('');

/** What says whether a sign is drawn as an emoji stays in texts, and may stand behind any digit of a secret. */
const unseen = '[\\uFE0E\\uFE0F]?';

const patternOf = (secret: string): string[] => [
	[...secret].map(spellings).join(unseen),
	...base64Forms(secret),
	hexForm(secret),
];

/** How many characters without a blank between them every form of a secret has. */
const unbroken = (secret: string): number => Math.max(...secret.split(/\s+/).map(word => word.length));

type Search = {readonly all: RegExp; readonly possible: RegExp};

const searchFor = (secrets: readonly string[]): Search | null => {
	if (secrets.length === 0) return null;
	// The longest first: a secret that begins like another one is cut out whole.
	const forms = secrets.toSorted((one, two) => two.length - one.length).flatMap(patternOf);
	return {
		// In any case of its letters: a key of small letters is easily read from capitals.
		all: new RegExp(forms.join('|'), 'gi'),
		// Most words are shorter than any secret, and a history has tens of thousands of texts.
		possible: new RegExp(`(?:^|\\s)\\S{${Math.min(...secrets.map(unbroken))}}`),
	};
};

let search: Search | null = null;

/** From now on these are cut out of every text. Values under four characters are passed over. */
export const hideSecrets = (secrets: readonly string[]): void => {
	const found = secrets.map(secret => secret.trim()).filter(secret => secret.length >= shortest);
	search = searchFor([...new Set(found)]);
};

/** The text without any secret, in whatever form it stands there: "[secret]" takes its place. */
export const withoutSecrets = (text: string): string =>
	search?.possible.test(text) ? text.replace(search.all, mark) : text;
