import {describe, expect, test} from 'vitest';
import {type OwnTitle, type PlayKeys, type Title, titleOfPlay} from '../../source/domain/plays/title-of-play.ts';

const play = (given: Partial<PlayKeys> = {}): PlayKeys => ({
	guid: 'plex://movie/a',
	key: 11,
	parent: null,
	grandparent: null,
	section: 1,
	...given,
});

const title = (key: number, given: Partial<Title> = {}): Title => ({
	key,
	parent: null,
	grandparent: null,
	section: 1,
	...given,
});

const own = (guid: string, given: Partial<Title> = {}): OwnTitle => ({...title(11, given), guid});

/** Decides with these titles alive, the first added in front. */
const decide = (played: PlayKeys, itsKey: OwnTitle | null, alive: Readonly<Record<string, readonly Title[]>> = {}) => {
	const {how, title: found} = titleOfPlay(played, itsKey, guid => alive[guid] ?? []);
	return [how, found?.key ?? null];
};

describe('its key lives', () => {
	test('with its guid: it is that title’s, whatever else has the guid (an edition, a duplicate)', () => {
		const alive = {'plex://movie/a': [title(10), title(11)]};
		expect(decide(play(), own('plex://movie/a'), alive)).toEqual(['own', 11]);
	});

	test('with another guid, and nobody in that library has its own (the match was fixed): it is that title’s', () => {
		expect(decide(play(), own('plex://movie/b'))).toEqual(['own', 11]);
		expect(decide(play(), own('plex://movie/b'), {'plex://movie/a': [title(70, {section: 2})]})).toEqual(['own', 11]);
	});

	test('without a guid of its own: the key decides', () => {
		expect(decide(play({guid: ''}), own('plex://movie/b'), {'': [title(12)]})).toEqual(['own', 11]);
	});

	test('with another guid, and one other title of the library has its own: the key was used again', () => {
		expect(decide(play(), own('plex://movie/b'), {'plex://movie/a': [title(12)]})).toEqual(['reused', 12]);
		const alive = {'plex://movie/a': [title(70, {section: 2}), title(12)]};
		expect(decide(play(), own('plex://movie/b'), alive)).toEqual(['reused', 12]);
	});

	test('with another guid, and two others of the library have its own: nobody knows whose it is', () => {
		const alive = {'plex://movie/a': [title(12), title(13)]};
		expect(decide(play(), own('plex://movie/b'), alive)).toEqual(['orphan', null]);
	});

	test('under another season or show: the same title, elsewhere', () => {
		const episode = play({parent: 5, grandparent: 4});
		expect(decide(episode, own('plex://movie/a', {parent: 5, grandparent: 4}))).toEqual(['own', 11]);
		expect(decide(episode, own('plex://movie/a', {parent: 6, grandparent: 4}))).toEqual(['moved', 11]);
		expect(decide(episode, own('plex://movie/a', {parent: 5, grandparent: 3}))).toEqual(['moved', 11]);
	});
});

describe('its key is gone', () => {
	test('the title with its guid in its own library, before another; of several the one added first', () => {
		const alive = {'plex://movie/a': [title(70, {section: 2}), title(12), title(13)]};
		expect(decide(play(), null, alive)).toEqual(['rekeyed', 12]);
		expect(decide(play({section: 2}), null, alive)).toEqual(['rekeyed', 70]);
		expect(decide(play({section: 3}), null, alive)).toEqual(['rekeyed', 70]);
	});

	test('a guid that is not stable tells nothing', () => {
		expect(decide(play({guid: 'local://11'}), null, {'local://11': [title(12)]})).toEqual(['orphan', null]);
	});

	test('nobody has it: an orphan', () => {
		expect(decide(play(), null)).toEqual(['orphan', null]);
	});
});
