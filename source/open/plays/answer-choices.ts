import type {Choice} from '../../domain/plays/narrowing.ts';
import {folded} from '../../domain/text/folded.ts';
import {editDistance, plain} from '../../domain/text/nearest.ts';
import type {ChoicesQuery} from '../../questions/queries.ts';
import {type Answering, answering, type PlaySources} from './answer-plays.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const fixed: Readonly<Record<'decision' | 'network' | 'mediaType' | 'weekday' | 'hour', readonly Choice[]>> = {
	decision: [
		{id: 'direct play', name: 'direct play'},
		{id: 'copy', name: 'direct stream'},
		{id: 'transcode', name: 'transcode'},
	],
	network: [
		{id: 'lan', name: 'LAN'},
		{id: 'wan', name: 'WAN'},
	],
	mediaType: ['movie', 'episode', 'track', 'live'].map(id => ({id, name: id})),
	weekday: weekdays.map((name, day) => ({id: String(day), name})),
	hour: Array.from({length: 24}, (_, hour) => ({id: String(hour), name: `${String(hour).padStart(2, '0')}:00`})),
};

const candidates = ({mirror, state: {serverId}}: Answering, {kind, text}: ChoicesQuery): readonly Choice[] => {
	switch (kind) {
		case 'user':
			return [...mirror.names.users(serverId)].map(([id, {name}]) => ({id: String(id), name}));
		case 'library':
			return mirror.names.libraries(serverId).map(({sectionId, name}) => ({id: sectionId, name}));
		case 'platform':
		case 'player':
		case 'product':
			return mirror.choices.devices(serverId, kind);
		case 'collection':
			return mirror.choices.collections();
		case 'title':
			return mirror.choices.titles(serverId, text);
		default:
			return fixed[kind];
	}
};

/** How far a name is from what was typed: 0 the same, then its beginning, then inside, then by slips of the keyboard. */
const farness = (typed: string, name: string): number => {
	const [one, two] = [folded(typed), folded(name)];
	if (one === two) return 0;
	if (two.startsWith(one)) return 1;
	if (two.includes(one)) return 2;
	return 3 + editDistance(plain(one).slice(0, 60), plain(two).slice(0, 60));
};

/** Slips of the keyboard, and no other word: fewer than half of the signs. */
const isNear = (typed: string, far: number): boolean => far <= 3 + Math.max(1, plain(folded(typed)).length / 2);

/** Names for a narrowing, the nearest first; those that are not like what was typed are left out. */
export const answerChoices = (sources: PlaySources, query: ChoicesQuery): readonly Choice[] => {
	const found = candidates(answering(sources), query);
	if (query.text === '') return found.slice(0, query.limit);
	return found
		.map(choice => ({choice, far: farness(query.text, choice.name)}))
		.filter(({far}) => isNear(query.text, far))
		.sort((one, two) => one.far - two.far)
		.slice(0, query.limit)
		.map(({choice}) => choice);
};
