import {afterEach, expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {hideSecrets, withoutSecrets} from '../../source/domain/text/secrets.ts';
import {cleanStart, cleanText} from '../../source/domain/text/text.ts';
import {text as plexText} from '../../source/plex/wire.ts';
import {text as tautulliText} from '../../source/tautulli/wire.ts';
import {secretsIn} from '../helpers/canary.ts';

const key = 'canary+Key/0123&456=789%abcdef~Z';
const token = 'canaryToken_9-8.7~6+5/4';
const passphrase = `two words & "more" <ü>`;
const secrets = [key, token, passphrase];

afterEach(() => hideSecrets([]));

const html = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const ways: ReadonlyArray<readonly [string, (secret: string) => string]> = [
	['as it is', secret => secret],
	['in a URL', encodeURIComponent],
	['in a URL with small letters', secret => encodeURIComponent(secret).toLowerCase().replaceAll('%', '%')],
	['in a URL in a URL', secret => encodeURIComponent(encodeURIComponent(secret))],
	['in a form', secret => new URLSearchParams({'': secret}).toString().slice(1)],
	['with some of its characters in a URL', encodeURI],
	['in HTML', html],
	['in HTML by numbers', secret => [...secret].map(letter => `&#${letter.codePointAt(0)};`).join('')],
	[
		'in HTML by hexadecimal numbers',
		secret => [...secret].map(letter => `&#x${letter.codePointAt(0)?.toString(16)};`).join(''),
	],
	['in JSON', secret => JSON.stringify(secret).slice(1, -1)],
	['in JSON with slashes', secret => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
	['in base64', secret => Buffer.from(secret).toString('base64')],
	['in base64 for URLs', secret => Buffer.from(secret).toString('base64url')],
	['in base64 behind a name', secret => Buffer.from(`user:${secret}`).toString('base64')],
	['in base64 in the middle', secret => Buffer.from(`ab${secret}cd`).toString('base64url')],
	['in hexadecimal', secret => Buffer.from(secret).toString('hex')],
	['in hexadecimal with capitals', secret => Buffer.from(secret).toString('hex').toUpperCase()],
];

const cases = ways.flatMap(([name, write]) => secrets.map(secret => [name, write(secret), secret] as const));

test.each(cases)('a secret %s is cut out: %j', (name, written, secret) => {
	// A URL of small letters has lost the capitals of the secret: nobody can use it.
	if (name === 'in a URL with small letters' && /[A-Z]/.test(secret)) return;
	const text = `before ${written} after`;
	expect(withoutSecrets(text)).toBe(text);
	hideSecrets(secrets);
	const cut = withoutSecrets(text);
	expect(cut).toContain('[secret]');
	expect(cut).toMatch(/^before .* after$/);
	expect(cut).not.toContain(written);
	expect(secretsIn(cut, [secret])).toEqual([]);
});

test('every one of them, as often as it stands there', () => {
	hideSecrets(secrets);
	expect(withoutSecrets(`${key}${token}, ${key}`)).toBe('[secret][secret], [secret]');
});

test('a secret that begins like another one is cut out whole', () => {
	hideSecrets(['abcdef', 'abcdef012345']);
	expect(withoutSecrets('x abcdef012345 abcdef y')).toBe('x [secret] [secret] y');
});

test('three characters are no secret, since they stand in many words', () => {
	hideSecrets(['the', 'prod']);
	expect(withoutSecrets('the other product')).toBe('the other [secret]uct');
});

test('a secret split by what cannot be seen is found', () => {
	hideSecrets(secrets);
	expect(cleanText(`a ${token.slice(0, 9)}\u200B\u001B[31m\u202E${token.slice(9)} b`)).toBe('a [secret] b');
});

test('a secret at the end of what is kept of a long text is cut out', () => {
	hideSecrets(secrets);
	const start = cleanStart(`${'x'.repeat(990)}${key}`, 1000);
	expect(start).toBe(`${'x'.repeat(990)}[secret]`);
});

test('errors hold none, whoever made them', () => {
	hideSecrets(secrets);
	const error = new AppError('bad-answer', `It said ${key}.`, {hint: `Try ${encodeURIComponent(token)}.`});
	expect([error.message, error.hint]).toEqual(['It said [secret].', 'Try [secret].']);
	expect(secretsIn(`${error.stack}`, secrets)).toEqual([]);
});

const digits = '98765432109876';

test.each([
	['in capitals', key.toUpperCase()],
	['in small letters', token.toLowerCase()],
	['in HTML by numbers without a semicolon', [...token].map(letter => `&#${letter.codePointAt(0)}`).join('')],
	['in escapes of a program', [...Buffer.from(token)].map(byte => `\\x${byte.toString(16)}`).join('')],
	['in escapes with braces', [...token].map(letter => `\\u{${letter.codePointAt(0)?.toString(16)}}`).join('')],
	['split by selectors of emoji', [...digits].join('\uFE0F')],
])('a secret %s is cut out of what servers say', (_, written) => {
	hideSecrets([...secrets, digits]);
	expect(cleanText(`before ${written} after`)).toBe('before [secret] after');
});

test('no part of a secret is left where a text is cut behind many invisible characters', () => {
	hideSecrets(secrets);
	for (const hidden of [1970, 1990, 1999]) {
		expect(cleanStart(`Title ${'\u200B'.repeat(hidden - 6)}${token} and more`, 1000)).not.toContain(token[0]);
	}
	expect(cleanStart('x'.repeat(5000), 1000)).toBe('x'.repeat(1000));
});

test.each([tautulliText, plexText])('a secret of digits is cut out where a server sends it as a number', wire => {
	hideSecrets([digits]);
	expect(wire.parse(Number(digits))).toBe('[secret]');
});
