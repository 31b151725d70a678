import type {EverPlayed} from '../../domain/plays/ever-played.ts';
import type {Session} from '../../domain/session.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import {type Family, family, type Metric} from '../family.ts';
import {personLabels} from '../people.ts';
import {type Scrape, topic} from '../topic.ts';
import {within} from '../within.ts';

const metrics = {
	streams: {
		name: 'tautop_user_streams',
		type: 'gauge',
		help: 'Streams that a user watches now; who watches none is not there.',
		labels: ['user'],
	},
} as const satisfies Record<string, Metric>;

type Watching = {
	readonly sessions: readonly Pick<Session, 'user' | 'userId'>[];
	/** Whoever has ever played. */
	readonly people: readonly EverPlayed[];
	readonly names: DashboardSettings['names'];
};

/** What tells a viewer from all others; one without an id is whoever has the name. */
const keyOf = ({userId, user}: Pick<Session, 'user' | 'userId'>, people: readonly EverPlayed[]): string =>
	userId === null ? (people.find(({name}) => name === user)?.key ?? user) : String(userId);

/** Who watches now, named as on the screen, and as in what they have played. */
const userStreamFamilies = ({sessions, people, names}: Watching): readonly Family[] => {
	const labelOf = personLabels(people, names);
	const byName = Map.groupBy(sessions, session => labelOf({key: keyOf(session, people), name: session.user}));
	return [
		family(
			metrics.streams,
			[...byName].map(([user, some]) => ({labels: {user}, value: some.length})),
		),
	];
};

/** Without the history it is still known who watches; only namesakes are called alike then. */
const peopleOf = async ({people, signal, withinMs}: Scrape): Promise<readonly EverPlayed[]> => {
	try {
		return await within(withinMs === null ? null : withinMs / 2, signal, people);
	} catch {
		signal.throwIfAborted();
		return [];
	}
};

export const userStreams = topic({
	name: 'user_streams',
	namesPeople: true,
	metrics,
	ask: async scrape => {
		const {sources, signal, names} = scrape;
		const [{sessions}, people] = await Promise.all([sources.activity(null, signal), peopleOf(scrape)]);
		return {sessions, people, names: await names()};
	},
	families: userStreamFamilies,
});
