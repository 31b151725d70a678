import {expect, test} from 'vitest';
import type {Notice} from '../../source/domain/notices.ts';
import {noticeWords} from '../../source/views/plan/notice-words.ts';

const notice = (who: string | null, text: string): Notice => ({
	kind: 'buffering',
	back: false,
	text,
	who,
	server: null,
	at: 1_795_000_000,
	values: {},
});

const buffers = notice('Al', 'Al buffers: Alien, Also Known as Hal');

test.each([
	['full', 'Al buffers: Alien, Also Known as Hal'],
	['initials', 'A. buffers: Alien, Also Known as Hal'],
	['none', 'someone buffers: Alien, Also Known as Hal'],
] as const)('%s: names are found as words of their own', (names, words) => {
	expect(noticeWords(buffers, names)).toBe(words);
});

test('where nobody stands in it, or nobody knows who, it is as it is', () => {
	const texts = [notice(null, 'Plex is away'), notice('', 'somebody buffers')];
	expect(texts.map(each => noticeWords(each, 'none'))).toEqual(['Plex is away', 'somebody buffers']);
});
