import type {DashboardSettings} from '../domain/settings.ts';
import {personName} from '../views/plan/words.ts';
import {distinctNames, type NamedThing} from './names.ts';

/** What a person is called, in every metric the same. `all` has whoever has ever played, so that namesakes are told apart. */
export const personLabels = (
	all: readonly NamedThing[],
	names: DashboardSettings['names'],
): ((person: NamedThing) => string) => {
	if (names !== 'full') return ({name}) => personName(name, names);
	const known = distinctNames(all);
	return person => known.get(person.key) ?? distinctNames([...all, person]).get(person.key) ?? person.name;
};
