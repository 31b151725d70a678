import type {EverPlayed} from '../../domain/plays/ever-played.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import {bounded} from '../bounds.ts';
import {type Family, family, type Metric} from '../family.ts';
import {personLabels} from '../people.ts';
import {topic} from '../topic.ts';

const metrics = {
	plays: {
		name: 'tautop_user_plays_total',
		type: 'counter',
		help: 'Plays of all time by user. What is deleted from the history counts on.',
		labels: ['user'],
	},
	seconds: {
		name: 'tautop_user_played_seconds_total',
		type: 'counter',
		help: 'Seconds played of all time by user. What is deleted from the history counts on.',
		unit: 'seconds',
		labels: ['user'],
	},
} as const satisfies Record<string, Metric>;

type Users = {readonly counted: readonly EverPlayed[]; readonly names: DashboardSettings['names']};

/** Plays and time of people, named as on the screen: who is called alike there counts as one here. */
export const userFamilies = ({counted, names}: Users): readonly Family[] => {
	const {kept, left} = bounded(
		'users',
		counted.toSorted((one, two) => two.plays - one.plays),
	);
	const people = [...Map.groupBy(kept, personLabels(counted, names))];
	const samples = (measure: 'plays' | 'playedSeconds') =>
		people.map(([user, some]) => ({labels: {user}, value: some.reduce((sum, each) => sum + each[measure], 0)}));
	return [family(metrics.plays, samples('plays')), family(metrics.seconds, samples('playedSeconds')), left];
};

export const users = topic({
	name: 'users',
	namesPeople: true,
	metrics,
	ask: async ({people, names}) => ({counted: await people(), names: await names()}),
	families: userFamilies,
});
