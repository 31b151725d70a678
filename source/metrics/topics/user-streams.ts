import type {Session} from '../../domain/session.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import {personName} from '../../views/plan/words.ts';
import {type Family, family, type Metric} from '../family.ts';
import {topic} from '../topic.ts';

const metrics = {
	streams: {
		name: 'tautop_user_streams',
		type: 'gauge',
		help: 'Streams that a user watches now; who watches none is not there.',
		labels: ['user'],
	},
} as const satisfies Record<string, Metric>;

type Watching = {readonly sessions: readonly Pick<Session, 'user'>[]; readonly names: DashboardSettings['names']};

/** Who watches now, named as on the screen. */
const userStreamFamilies = ({sessions, names}: Watching): readonly Family[] => [
	family(
		metrics.streams,
		[...Map.groupBy(sessions, ({user}) => personName(user, names))].map(([user, some]) => ({
			labels: {user},
			value: some.length,
		})),
	),
];

export const userStreams = topic({
	name: 'user_streams',
	namesPeople: true,
	metrics,
	ask: async ({sources, signal, names}) => ({
		sessions: (await sources.activity(null, signal)).sessions,
		names: await names(),
	}),
	families: userStreamFamilies,
});
