import type {ServerState, ServerStates} from '../../domain/server-state.ts';
import {isPlexAway} from '../trouble-words.ts';
import type {PingState, Pings} from './pings.ts';
import {type Reading, type Trouble, troubleOf} from './reading.ts';

/** Seconds after which Tautulli has noticed that Plex is gone; before that its answers about Plex are old news. */
const tautulliNotices = 60;

type Facts = {
	readonly pings: PingState;
	/** Why the streams are not known, where that is because of this server. */
	readonly trouble: Trouble | null;
	/** True where the streams are known, so that both servers must be there. */
	readonly isLive: boolean;
	readonly now: number;
};

const away = (since: number | null, fromTautulli = false): ServerState => ({state: 'away', since, fromTautulli});

/** What fails counts until a ping has answered after it; then the ping counts, and both facts are told. */
const troubled = ({pings, trouble}: Facts, since: number): ServerState => {
	const answer = pings.isCurrent ? pings.ping?.health : null;
	if (trouble?.error.code === 'unauthorized' || answer?.error?.code === 'unauthorized') return {state: 'refused'};
	if (trouble?.error.code === 'config') return {state: 'off'};
	return answer?.ok
		? {state: 'up', ms: answer.ms, version: answer.version, fromTautulli: trouble?.error.server !== 'plex'}
		: away(since);
};

/** Without a trouble the pings count; where they may be old, the streams that have just come say that it is there. */
const untroubled = ({pings, isLive, now}: Facts): ServerState => {
	const answer = pings.ping?.health;
	const {awaySince} = pings;
	if (!answer) return isLive ? up(null) : {state: 'asking'};
	if (answer.ok) return up(answer);
	if (!pings.isCurrent && isLive) return up(null);
	if (answer.error?.code === 'unauthorized') return {state: 'refused'};
	if (answer.error?.code === 'config') return {state: 'off'};
	return away(awaySince, isLive && awaySince !== null && now - awaySince > tautulliNotices);
};

const up = (answer: {readonly ms: number | null; readonly version: string | null} | null): ServerState => ({
	state: 'up',
	ms: answer?.ms ?? null,
	version: answer?.version ?? null,
	fromTautulli: true,
});

const stateOf = (facts: Facts): ServerState =>
	facts.trouble ? troubled(facts, facts.trouble.since) : untroubled(facts);

/** Plex where only Tautulli knows it: its word lags, so the streams count more. */
const plexByTautulli = ({trouble, isLive}: Facts, connected: boolean | null): ServerState => {
	if (trouble) return away(trouble.since);
	if (isLive || connected === true) return up(null);
	return connected === null ? {state: 'unknown'} : away(null);
};

/** What is known of both servers: header, pane and status never say two things at once. */
export const serverStates = (streams: Reading<unknown>, pings: Pings, now: number): ServerStates => {
	const trouble = troubleOf(streams);
	const byPlex = trouble !== null && isPlexAway(trouble.error);
	const isLive = streams.state === 'ready' && trouble === null;
	const ofTautulli = {
		pings: pings.tautulli,
		trouble: trouble?.error.server === 'tautulli' ? trouble : null,
		isLive: isLive || byPlex,
		now,
	};
	const ofPlex = {pings: pings.plex, trouble: byPlex ? trouble : null, isLive, now};
	const isConfigured = pings.plex.ping === null || pings.plex.ping.health !== null;
	return {
		name: pings.tautulli.name,
		tautulli: stateOf(ofTautulli),
		plex: isConfigured ? stateOf(ofPlex) : plexByTautulli(ofPlex, pings.tautulli.ping?.plexConnected ?? null),
	};
};
