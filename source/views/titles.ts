import {shownTitle} from '../domain/text/text.ts';
import {namedView} from './plays/named-view.ts';

/** What is played most: films, shows, artists. */
export const titles = namedView({
	name: 'titles',
	title: 'Top titles',
	short: 'Titles',
	summary: 'films, shows and artists by plays, time or users',
	by: 'title',
	kind: 'title',
	keyId: 'rating_key',
	nameId: 'title',
	heading: 'title',
	words: ['title', 'titles'],
	measures: ['plays', 'duration', 'users'],
	hasUsers: true,
	enter: row => ({view: 'title', subject: {id: row.key, name: shownTitle(row.name)}}),
});
