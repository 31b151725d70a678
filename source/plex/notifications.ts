import * as z from 'zod/mini';
import type {ServerEvent} from '../http/server-events.ts';
import type {PlexLink} from './read.ts';
import {text} from './wire.ts';

/** What a stream has just told. */
export type Playing = {
	readonly sessionKey: string;
	/** playing, paused, buffering, stopped, error. */
	readonly state: string;
};

/** A sign of life, and the streams that it is about: none in a ping. */
export type Notification = {readonly playing: readonly Playing[]};

const path = '/:/eventsource/notifications';

const playing = z.object({sessionKey: text, state: text});

const oneOrMany = z.transform((value): readonly unknown[] => {
	if (value === undefined) return [];
	return Array.isArray(value) ? value : [value];
});

const listed = z.looseObject({PlaySessionStateNotification: oneOrMany});

/** Both spellings: the list as it is, or in a container as the socket sends it. */
const wire = z.extend(listed, {NotificationContainer: z.optional(listed)});

const parsed = (data: string): unknown => {
	try {
		return JSON.parse(data);
	} catch {
		return null;
	}
};

/** Reads one event; null: rubbish, which is no sign of life either. One odd entry costs that entry. */
export const readNotification = ({data}: ServerEvent): Notification | null => {
	const {success, data: message} = wire.safeParse(parsed(data));
	if (!success) return null;
	const entries = [
		...message.PlaySessionStateNotification,
		...(message.NotificationContainer?.PlaySessionStateNotification ?? []),
	];
	return {
		playing: entries.flatMap(entry => {
			const found = playing.safeParse(entry);
			return found.success && found.data.sessionKey !== '' && found.data.state !== '' ? [found.data] : [];
		}),
	};
};

/** Listens to what Plex tells of its streams: each message and each ping as it comes, until Plex ends it. */
export async function* listen(
	{transport}: PlexLink,
	signal: AbortSignal,
): AsyncGenerator<Notification, void, undefined> {
	const headers = {accept: 'text/event-stream'};
	for await (const event of transport.listen({path, query: {filters: 'playing'}, headers, signal})) {
		const notification = readNotification(event);
		if (notification) yield notification;
	}
}
