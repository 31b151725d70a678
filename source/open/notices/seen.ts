import type {ServerName} from '../../domain/app-error.ts';
import {type Activity, identityOf} from '../../domain/session.ts';

/** A stream that waits for more. */
type Waiting = {readonly key: string; readonly user: string; readonly title: string};

/** What one answer about who is watching has in it for rules. */
export type StreamFacts = {
	readonly streams: number;
	readonly transcodes: number;
	/** Null: not known. */
	readonly wanKbps: number | null;
	readonly waiting: readonly Waiting[];
};

/** Something that was seen, or that time has gone by. `at`: Unix seconds. */
export type Seen = {readonly at: number} & (
	| {readonly type: 'time'}
	/** Both servers are there. */
	| {readonly type: 'streams'; readonly facts: StreamFacts}
	/** Who is watching is not known. */
	| {readonly type: 'unknown'}
	| {readonly type: 'server'; readonly server: ServerName; readonly isAway: boolean}
	/** `what` tells records apart that are told apart. */
	| {
			readonly type: 'record';
			readonly what: string;
			readonly text: string;
			readonly values: Readonly<Record<string, number>>;
	  }
	| {readonly type: 'run'; readonly hasFailed: boolean; readonly reason: string}
);

export const factsOf = ({streamCount, transcodeCount, bandwidthKbps, sessions}: Activity): StreamFacts => ({
	streams: streamCount,
	transcodes: transcodeCount,
	wanKbps: streamCount === 0 ? 0 : bandwidthKbps.wan,
	waiting: sessions
		.filter(({state}) => state === 'buffering')
		.map(session => ({key: identityOf(session), user: session.user, title: session.fullTitle})),
});
