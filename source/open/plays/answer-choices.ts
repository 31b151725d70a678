import {editDistance, plain} from '../../config/nearest.ts';
import type {Choice} from '../../domain/plays/narrowing.ts';
import {folded} from '../../domain/text/folded.ts';
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
			return mirror.choices.platforms(serverId);
		case 'player':
			return mirror.choices.players(serverId);
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

/** Names for a narrowing, the nearest first. */
export const answerChoices = (sources: PlaySources, query: ChoicesQuery): readonly Choice[] => {
	const found = candidates(answering(sources), query);
	if (query.text === '') return found.slice(0, query.limit);
	return found
		.map(choice => ({choice, far: farness(query.text, choice.name)}))
		.sort((one, two) => one.far - two.far)
		.slice(0, query.limit)
		.map(({choice}) => choice);
};
