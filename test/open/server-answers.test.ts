import {expect, test} from 'vitest';
import {switchedOff} from '../../source/domain/switched-off.ts';
import {disabledAnswers, serverAnswers} from '../../source/open/server-answers.ts';
import type {TautulliClient} from '../../source/tautulli/client.ts';
import {createFakeTautulli, createFakeWorld} from '../helpers/fake-clients.ts';

const answersOf = (client: Partial<TautulliClient>, plays: Record<string, number> = {}) =>
	serverAnswers({...createFakeTautulli(createFakeWorld({plays, members: {900: ['1', '2']}})), ...client});

test('item: a number is believed', async () => {
	const {itemStats} = answersOf({}, {7: 1000});
	expect(await itemStats({ratingKey: '7', days: 30})).toMatchObject({days: 30, plays: 30});
});

test('item: a zero of a window is believed where there are other plays', async () => {
	const {itemStats} = answersOf({}, {7: 10});
	expect(await itemStats({ratingKey: '7', days: 30})).toMatchObject({days: 30, plays: 0});
});

test('item: a zero of an item that Plex knows is believed', async () => {
	const {itemStats} = answersOf({getMediaType: async () => 'movie'});
	expect(await itemStats({ratingKey: '7', days: 30})).toMatchObject({plays: 0});
});

test('item: a collection is asked for as one', async () => {
	const {itemStats} = answersOf({getMediaType: async () => 'collection'}, {1: 1000, 2: 2000});
	expect(await itemStats({ratingKey: '900', days: 30})).toMatchObject({days: 30, plays: 90});
});

test('item: an unknown key is no zero', async () => {
	const {itemStats} = answersOf({getMediaType: async () => null});
	await expect(itemStats({ratingKey: '7', days: 30})).rejects.toMatchObject({code: 'not-found'});
});

test('nothing is asked of a Tautulli that is switched off', async () => {
	const hint = 'Set tautulli.enabled to true in /home/me/config.yaml.';
	const {activity, itemStats} = disabledAnswers(switchedOff('/home/me/config.yaml'));
	const asked = [activity(null), itemStats({ratingKey: '1', days: 7})];
	for (const answer of asked) {
		await expect(answer).rejects.toMatchObject({code: 'config', server: 'tautulli', hint});
	}
});
