import type {Activity} from '../../domain/session.ts';
import type {Sources} from '../../questions/sources.ts';
import {askNow} from '../../views/now/data.ts';
import {isBefore} from '../../views/now/past.ts';
import {firstOwn} from '../../views/plan/own.ts';
import {type Clock, createPoller, type Load, type Poller} from './poller.ts';
import type {Reading} from './reading.ts';

/** How many were watching at a moment that is over (Unix seconds); null: no history goes back so far. */
export type PastCount = {
	readonly at: number;
	readonly streams: number | null;
	readonly transcodes: number;
	/** What they took in that minute, as far as it was seen. */
	readonly bandwidthKbps: Activity['bandwidthKbps'];
};

/** Asks for the moment that the time machine shows, whatever can be seen. */
export type PastFeed = {
	readonly reading: () => Reading<PastCount>;
	readonly follow: (moment: number | null) => void;
	/** Asks no more, until a moment is followed again. */
	readonly rest: () => void;
};

const nobodyAsks = new Error('The past needs no activity.');

const countAt =
	(sources: Sources, clock: Clock, at: number): Load<PastCount> =>
	async signal => {
		const {activity, past} = await askNow(
			{
				sources,
				query: {window: {days: 0, at}, measure: 'plays', where: {}, subject: null, limit: null, start: 0},
				own: firstOwn,
				form: 'pane',
				activity: () => Promise.reject(nobodyAsks),
				signal,
				now: clock.now(),
			},
			null,
		);
		return {
			at,
			streams: past && isBefore(past) ? null : activity.streamCount,
			transcodes: activity.transcodeCount,
			bandwidthKbps: activity.bandwidthKbps,
		};
	};

export const createPast = (sources: Sources, clock: Clock, changed: () => void): PastFeed => {
	let asked: number | null = null;
	let poller: Poller<PastCount> | null = null;
	let end: (() => void) | null = null;

	return {
		reading: () => poller?.reading() ?? {state: 'waiting'},
		follow: moment => {
			if (moment === asked) return;
			asked = moment;
			if (moment === null) {
				end?.();
				end = null;
				return;
			}
			const load = countAt(sources, clock, moment);
			if (poller) poller.retune(load);
			else poller = createPoller(load, null, clock);
			end ??= poller.listen(changed);
		},
		rest: () => {
			end?.();
			end = null;
			asked = null;
		},
	};
};
