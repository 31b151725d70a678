import type {Metric} from './family.ts';

/** What is told of the telling itself. */
export const own = {
	build: {
		name: 'tautop_build_info',
		type: 'info',
		help: 'The version of tautop.',
		labels: ['version'],
	},
	answered: {
		name: 'tautop_question_answered',
		type: 'gauge',
		help: 'Whether a question was answered (1) or not (0); then the metrics that it is for are not there.',
		labels: ['question'],
	},
} as const satisfies Record<string, Metric>;
