import type {StoredEvent} from '../../domain/events.ts';
import type {Choice} from '../../domain/plays/narrowing.ts';
import type {Scene} from './scene.ts';
import {personName} from './words.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words of an event with people called as the configuration has it; `users`: whose names may stand in them. */
export const eventText = (
	{text}: Pick<StoredEvent, 'text'>,
	users: readonly Pick<Choice, 'name'>[],
	{names}: Pick<Scene, 'names'>,
): string => {
	if (names === 'full') return text;
	const known = users.map(({name}) => name).filter(Boolean);
	// A name that holds another one comes first.
	const longest = known.toSorted((one, two) => two.length - one.length).map(escaped);
	if (longest.length === 0) return text;
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
	return text.replace(pattern, name => personName(name, names));
};
