import type {ServerResponse} from 'node:http';
import {offsetSecondsAt, type Plan} from '../world/plan.ts';
import {sessionIdOf, streamFacts} from '../world/stream.ts';
import type {PlexContext} from './server.ts';

/** One message about one stream. */
type Message = {readonly plan: Plan; readonly state: string};

/** Streams as they were told last, by session key. */
export type Told = ReadonlyMap<number, Message>;

/** All streams of a moment. */
export const toldOf = ({world, now}: Pick<PlexContext, 'world' | 'now'>): Told =>
	new Map(world.sessions().map(plan => [plan.sessionKey, {plan, state: streamFacts(plan, now).state}]));

const ended = (before: Told, after: Told): readonly Message[] =>
	[...before].filter(([key]) => !after.has(key)).map(([, {plan}]) => ({plan, state: 'stopped'}));

/** What has changed from one moment to the next. */
export const changes = (before: Told, after: Told): readonly Message[] => [
	...[...after].filter(([key, {state}]) => before.get(key)?.state !== state).map(([, told]) => told),
	...ended(before, after),
];

const eventText = (type: string, data: unknown): string => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;

/** As an event source sends it: one object, in no container. */
const messageText = ({plan, state}: Message, now: number): string =>
	eventText('playing', {
		PlaySessionStateNotification: {
			sessionKey: String(plan.sessionKey),
			clientIdentifier: plan.player.machineId,
			guid: '',
			ratingKey: String(plan.item.key),
			url: '',
			key: `/library/metadata/${plan.item.key}`,
			viewOffset: offsetSecondsAt(plan, now) * 1000,
			playQueueItemID: plan.sessionKey,
			state,
			...(plan.decision === 'direct play' ? {} : {transcodeSession: sessionIdOf(plan)}),
		},
	});

const tickMs = 1000;

/** Pings, and the place of each stream, come every so many ticks. */
const ticksBetween = 10;

/** Tells what happens to the streams, from now on, until the listener leaves or the server goes down. */
export const tellNotifications = (response: ServerResponse, contextNow: () => PlexContext): void => {
	response.writeHead(200, {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache', 'X-Plex-Protocol': '1.0'});
	const ping = (): boolean => response.write(eventText('ping', {}));
	let told = toldOf(contextNow());
	let ticks = 0;
	const tick = (): void => {
		const context = contextNow();
		if (context.plexIsDown) return void response.destroy();
		ticks += 1;
		const isRound = ticks % ticksBetween === 0;
		const after = toldOf(context);
		const messages = isRound ? [...after.values(), ...ended(told, after)] : changes(told, after);
		told = after;
		for (const message of messages) response.write(messageText(message, context.now));
		if (isRound) ping();
	};
	const timer = setInterval(tick, tickMs);
	response.on('close', () => clearInterval(timer));
	ping();
};
