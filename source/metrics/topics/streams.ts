import type {Activity, Session} from '../../domain/session.ts';
import {peakOf} from '../../domain/streams/minute.ts';
import {enumerated} from '../enumerated.ts';
import {type Family, family, type Metric, type Sample, single} from '../family.ts';
import {media} from '../media.ts';
import {topic} from '../topic.ts';

const states = ['playing', 'paused', 'buffering', 'other'] as const;
const decisions = ['direct play', 'direct stream', 'transcode', 'other'] as const;
const networks = ['lan', 'wan', 'other'] as const;

const metrics = {
	streams: {
		name: 'tautop_streams',
		type: 'gauge',
		help: 'Streams that are being watched now.',
		labels: ['state', 'decision', 'media', 'network'],
	},
	bandwidth: {
		name: 'tautop_bandwidth_bits_per_second',
		type: 'gauge',
		help: 'What is sent now, as Plex reserves it.',
		unit: 'bits_per_second',
		labels: ['network'],
	},
	count: {
		name: 'tautulli_stream_count',
		type: 'untyped',
		help: 'As in older exporters: streams. Better: tautop_streams.',
		labels: [],
	},
	transcodes: {
		name: 'tautulli_stream_count_transcode',
		type: 'untyped',
		help: 'As in older exporters: streams that are transcoded. Better: tautop_streams.',
		labels: [],
	},
	directPlays: {
		name: 'tautulli_stream_direct_play',
		type: 'untyped',
		help: 'As in older exporters: streams in direct play. Better: tautop_streams.',
		labels: [],
	},
	directStreams: {
		name: 'tautulli_stream_direct_stream',
		type: 'untyped',
		help: 'As in older exporters: direct streams. Better: tautop_streams.',
		labels: [],
	},
	total: {
		name: 'tautulli_bandwidth_total',
		type: 'untyped',
		help: 'As in older exporters: what is sent, in kilobits per second. Better: tautop_bandwidth_bits_per_second.',
		labels: [],
	},
	lan: {
		name: 'tautulli_bandwidth_lan',
		type: 'untyped',
		help: 'As in older exporters: what is sent in the house, in kilobits per second.',
		labels: [],
	},
	wan: {
		name: 'tautulli_bandwidth_wan',
		type: 'untyped',
		help: 'As in older exporters: what is sent out of the house, in kilobits per second.',
		labels: [],
	},
} as const satisfies Record<string, Metric>;

type Label = (typeof metrics.streams.labels)[number];
type Labels = Readonly<Record<Label, string>>;

const labelsOf = ({state, transcodeDecision, mediaType, live, location}: Session): Labels => ({
	state: enumerated(states, state),
	decision: enumerated(decisions, transcodeDecision === 'copy' ? 'direct stream' : transcodeDecision),
	media: live ? 'live' : enumerated(media, mediaType),
	network: enumerated(networks, location),
});

/** Every value of every label is in one of these, so that a sum by any label is 0 where nobody watches, and no gap. */
const none: readonly Labels[] = media.map((kind, index) => ({
	state: states[index] ?? 'playing',
	decision: decisions[index] ?? 'direct play',
	media: kind,
	network: networks[index] ?? 'lan',
}));

const unread: Labels = {state: 'other', decision: 'other', media: 'other', network: 'other'};

const streamSamples = ({sessions, streamCount}: Activity): readonly Sample<Label>[] => {
	const counts = new Map(none.map(labels => [JSON.stringify(labels), {labels, value: 0}]));
	const add = (labels: Labels, more: number): void => {
		const name = JSON.stringify(labels);
		counts.set(name, {labels, value: (counts.get(name)?.value ?? 0) + more});
	};
	for (const session of sessions) add(labelsOf(session), 1);
	// Tautulli counts streams too that it could not describe.
	if (streamCount > sessions.length) add(unread, streamCount - sessions.length);
	return [...counts.values()];
};

/** Who is watching, and what it takes. */
export const streamFamilies = (activity: Activity): readonly Family[] => {
	const {kbps, lanKbps, wanKbps} = peakOf(activity);
	const bits = (kilobits: number | null): number | null => (kilobits === null ? null : kilobits * 1000);
	return [
		family(metrics.streams, streamSamples(activity)),
		family(metrics.bandwidth, [
			{labels: {network: 'lan'}, value: bits(lanKbps)},
			{labels: {network: 'wan'}, value: bits(wanKbps)},
		]),
		single(metrics.count, activity.streamCount),
		single(metrics.transcodes, activity.transcodeCount),
		single(metrics.directPlays, activity.directPlayCount),
		single(metrics.directStreams, activity.directStreamCount),
		single(metrics.total, kbps),
		single(metrics.lan, lanKbps),
		single(metrics.wan, wanKbps),
	];
};

export const streams = topic({
	name: 'activity',
	metrics,
	ask: ({sources, signal}) => sources.activity(null, signal),
	families: streamFamilies,
});
