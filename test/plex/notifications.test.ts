import {expect, test} from 'vitest';
import {type Notification, readNotification} from '../../source/plex/notifications.ts';
import type {Reply} from '../helpers/loopback.ts';
import {startPlex, token} from './start.ts';

const told = (sessionKey: unknown, state: unknown) => ({
	sessionKey,
	clientIdentifier: '4b45',
	guid: '',
	ratingKey: '2174',
	key: '/library/metadata/2174',
	viewOffset: 26_530,
	state,
});

const read = (message: unknown): Notification | null =>
	readNotification({type: 'playing', data: typeof message === 'string' ? message : JSON.stringify(message)});

test.each([
	['one object', {PlaySessionStateNotification: told('45', 'paused')}, ['45 paused']],
	['a list', {PlaySessionStateNotification: [told('45', 'paused'), told(46, 'playing')]}, ['45 paused', '46 playing']],
	[
		'a container with a list',
		{NotificationContainer: {type: 'playing', size: 1, PlaySessionStateNotification: [told('45', 'stopped')]}},
		['45 stopped'],
	],
	[
		'a container with an object',
		{NotificationContainer: {type: 'playing', PlaySessionStateNotification: told('45', 'buffering')}},
		['45 buffering'],
	],
	['a ping', {}, []],
	['another type', {TimelineEntry: {itemID: 7}}, []],
	[
		'odd entries',
		{PlaySessionStateNotification: [null, 7, told('', 'playing'), told('1', null), told('2', 'x')]},
		['2 x'],
	],
])('reads %s', (_, message, expected) => {
	expect(read(message)?.playing.map(({sessionKey, state}) => `${sessionKey} ${state}`)).toEqual(expected);
});

test.each(['', 'null', '[]', '7', '<html>', '{"PlaySession', '{"NotificationContainer": 7}'])(
	'%j is rubbish, and no sign of life',
	message => {
		expect(read(message)).toBeNull();
	},
);

test('asks with the token in the header alone', async () => {
	const reply: Reply = (_, response) =>
		void response
			.writeHead(200, {'content-type': 'text/event-stream'})
			.end('event: ping\ndata: {}\n\nevent: odd\ndata: }{\n\n');
	const {client, server} = await startPlex(reply);
	const heard: Notification[] = [];
	for await (const notification of client.listen(new AbortController().signal)) heard.push(notification);
	expect(heard).toEqual([{playing: []}]);
	expect(server.heard).toMatchObject([
		{
			url: '/:/eventsource/notifications?filters=playing',
			headers: {accept: 'text/event-stream', 'x-plex-token': token},
		},
	]);
});
