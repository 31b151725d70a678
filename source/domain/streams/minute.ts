import type {Activity} from '../session.ts';

/** The most of everything in one minute, each at its own moment. Rates in kbit/s; null: not known. */
export type Peak = {
	readonly streams: number;
	readonly direct: number;
	readonly copied: number;
	readonly transcoded: number;
	readonly kbps: number | null;
	readonly lanKbps: number | null;
	readonly wanKbps: number | null;
};

/** A minute that somebody looked at: Unix seconds divided by 60. */
export type Minute = Peak & {readonly minute: number};

/** Nobody was watching. */
export const idlePeak: Peak = {streams: 0, direct: 0, copied: 0, transcoded: 0, kbps: 0, lanKbps: 0, wanKbps: 0};

export const minuteOf = (at: number): number => Math.floor(at / 60);

const most = (one: number | null, two: number | null): number | null =>
	one === null || two === null ? (one ?? two) : Math.max(one, two);

export const higher = (one: Peak, two: Peak): Peak => ({
	streams: Math.max(one.streams, two.streams),
	direct: Math.max(one.direct, two.direct),
	copied: Math.max(one.copied, two.copied),
	transcoded: Math.max(one.transcoded, two.transcoded),
	kbps: most(one.kbps, two.kbps),
	lanKbps: most(one.lanKbps, two.lanKbps),
	wanKbps: most(one.wanKbps, two.wanKbps),
});

/** One answer about who is watching. Nobody takes nothing, also where Tautulli sends no rates. */
export const peakOf = (activity: Activity): Peak => {
	if (activity.streamCount === 0) return idlePeak;
	const {total, lan, wan} = activity.bandwidthKbps;
	return {
		streams: activity.streamCount,
		direct: activity.directPlayCount,
		copied: activity.directStreamCount,
		transcoded: activity.transcodeCount,
		kbps: total,
		lanKbps: lan,
		wanKbps: wan,
	};
};
