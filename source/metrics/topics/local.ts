import type {LocalStatus} from '../../domain/status.ts';
import {type Family, family, type Metric, single, truth} from '../family.ts';
import {topic} from '../topic.ts';

const metrics = {
	running: {
		name: 'tautop_collector_running',
		type: 'gauge',
		help: 'Whether collections are being counted just now.',
		labels: [],
	},
	next: {
		name: 'tautop_collector_next_run_timestamp_seconds',
		type: 'gauge',
		help: 'When the schedule has the next run.',
		unit: 'seconds',
		labels: [],
	},
	mirrorPlays: {
		name: 'tautop_mirror_plays',
		type: 'gauge',
		help: "Rows of the server's history that are mirrored.",
		labels: [],
	},
	complete: {
		name: 'tautop_mirror_complete',
		type: 'gauge',
		help: 'Whether the history is mirrored to its beginning.',
		labels: [],
	},
	oldest: {
		name: 'tautop_mirror_oldest_timestamp_seconds',
		type: 'gauge',
		help: 'Since when every play is mirrored.',
		unit: 'seconds',
		labels: [],
	},
	synced: {
		name: 'tautop_mirror_synced_timestamp_seconds',
		type: 'gauge',
		help: 'When the mirror was last compared with the server. Its age is time() less this.',
		unit: 'seconds',
		labels: [],
	},
	audited: {
		name: 'tautop_audit_checked_timestamp_seconds',
		type: 'gauge',
		help: "When a number was last compared with Tautulli's own.",
		unit: 'seconds',
		labels: [],
	},
	differs: {
		name: 'tautop_audit_different',
		type: 'gauge',
		help: 'Whether the number that was compared last differed, and stayed so.',
		labels: [],
	},
	open: {
		name: 'tautop_database_open',
		type: 'gauge',
		help: 'Whether the database is open; where it is not, nothing is kept.',
		labels: [],
	},
	bytes: {
		name: 'tautop_database_size_bytes',
		type: 'gauge',
		help: 'The size of the database.',
		unit: 'bytes',
		labels: [],
	},
	snapshots: {
		name: 'tautop_database_snapshots',
		type: 'gauge',
		help: 'What runs wrote about collections: one a collection and run.',
		labels: [],
	},
	listening: {
		name: 'tautop_listening',
		type: 'gauge',
		help: 'Whether Plex tells what happens as it happens (1), or is asked again and again (0).',
		labels: [],
	},
	lastRun: {
		name: 'tautop_collector_last_run_timestamp_seconds',
		type: 'gauge',
		help: 'When the last run ended.',
		unit: 'seconds',
		labels: [],
	},
	lastCollections: {
		name: 'tautop_collector_last_run_collections',
		type: 'gauge',
		help: 'How many collections the last run counted, and how many it could not read.',
		labels: ['outcome'],
	},
} as const satisfies Record<string, Metric>;

/** What the store and the collector know by themselves. */
export const localFamilies = (status: LocalStatus): readonly Family[] => {
	const {collector, history, audit, database, listening, aheadSeconds} = status;
	/** Whoever reads it takes it off the time of this machine. */
	const here = (at: number | null): number | null => (at === null ? null : at - aheadSeconds);
	return [
		single(metrics.running, truth(collector.running)),
		single(metrics.lastRun, here(collector.last)),
		family(metrics.lastCollections, [
			{labels: {outcome: 'collected'}, value: collector.lastCollected},
			{labels: {outcome: 'failed'}, value: collector.lastFailed},
		]),
		single(metrics.next, collector.next),
		single(metrics.mirrorPlays, history?.plays ?? null),
		single(metrics.complete, truth(history?.complete ?? null)),
		single(metrics.oldest, history?.oldest ?? null),
		single(metrics.synced, here(history?.syncedAt ?? null)),
		single(metrics.audited, here(audit.checkedAt)),
		single(metrics.differs, audit.checkedAt === null ? null : Number(audit.difference !== null)),
		single(metrics.open, truth(database.trouble === null)),
		single(metrics.bytes, database.bytes),
		single(metrics.snapshots, database.snapshots),
		single(metrics.listening, truth(listening)),
	];
};

export const local = topic({
	name: 'local',
	metrics,
	// What is told of the mirror is how it was when it was counted.
	ask: async ({sources, signal, played}) => {
		await played().catch(() => undefined);
		return await sources.local(null, signal);
	},
	families: localFamilies,
});
