import {endedStatuses, type Run} from '../../domain/run.ts';
import {type Family, family, type Metric, single} from '../family.ts';
import {topic} from '../topic.ts';

/** One of them may be under way; the others of these have ended. */
const enough = 5;

const metrics = {
	result: {
		name: 'tautop_collector_last_run_result',
		type: 'gauge',
		help: 'How the last run ended: 1 for its result, 0 for the others.',
		labels: ['result'],
	},
	duration: {
		name: 'tautop_collector_last_run_duration_seconds',
		type: 'gauge',
		help: 'How long the last run took.',
		unit: 'seconds',
		labels: [],
	},
} as const satisfies Record<string, Metric>;

/** The last run that has ended; before the first one, nothing. */
const runFamilies = (runs: readonly Run[]): readonly Family[] => {
	const last = runs.find(({status}) => status !== 'running');
	if (!last) return [];
	return [
		family(
			metrics.result,
			endedStatuses.map(result => ({labels: {result}, value: Number(result === last.status)})),
		),
		single(metrics.duration, last.endedAt === null ? null : Math.max(0, last.endedAt - last.startedAt)),
	];
};

export const runs = topic({
	name: 'runs',
	metrics,
	ask: ({sources, signal}) => sources.runs({limit: enough}, signal),
	families: runFamilies,
});
