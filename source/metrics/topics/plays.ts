import type {EverPlayed} from '../../domain/plays/ever-played.ts';
import {bounded} from '../bounds.ts';
import {enumerated} from '../enumerated.ts';
import {type Family, family, type Metric} from '../family.ts';
import {media} from '../media.ts';
import {distinctNames} from '../names.ts';
import {topic} from '../topic.ts';

const metrics = {
	plays: {
		name: 'tautop_plays_total',
		type: 'counter',
		help: 'Plays of all time. What is deleted from the history counts on.',
		labels: ['library', 'media'],
	},
	seconds: {
		name: 'tautop_played_seconds_total',
		type: 'counter',
		help: 'Seconds played of all time. What is deleted from the history counts on.',
		unit: 'seconds',
		labels: ['library', 'media'],
	},
} as const satisfies Record<string, Metric>;

const sum = (some: readonly EverPlayed[], measure: 'plays' | 'playedSeconds'): number =>
	some.reduce((so, each) => so + each[measure], 0);

/** Plays and time of the libraries, the most played ones first. */
export const playFamilies = (counted: readonly EverPlayed[]): readonly Family[] => {
	const byLibrary = [...Map.groupBy(counted, ({key}) => key)]
		.map(([key, some]) => ({key, name: some.at(-1)?.name ?? '', some}))
		.toSorted((one, two) => sum(two.some, 'plays') - sum(one.some, 'plays'));
	const {kept, left} = bounded('libraries', byLibrary);
	const names = distinctNames(byLibrary);
	const parts = kept.flatMap(({key, some}) =>
		[...Map.groupBy(some, ({kind}) => enumerated(media, kind))].map(([kind, part]) => ({
			labels: {library: names.get(key) ?? '', media: kind},
			part,
		})),
	);
	return [
		family(
			metrics.plays,
			parts.map(({labels, part}) => ({labels, value: sum(part, 'plays')})),
		),
		family(
			metrics.seconds,
			parts.map(({labels, part}) => ({labels, value: sum(part, 'playedSeconds')})),
		),
		left,
	];
};

export const plays = topic({
	name: 'plays',
	metrics,
	ask: ({played}) => played(),
	families: playFamilies,
});
