import {oneView} from './plays/one-view.ts';

/** Who watched one film, show, episode or artist, when, how, and which collections it is in. */
export const title = oneView({
	name: 'title',
	title: 'Title',
	summary: 'one title: who watched it, when, how, in which collections',
	subject: {usage: 'NAME|KEY', kind: 'title'},
	kind: 'title',
	parts: [
		{id: 'watched_by', word: 'by', by: 'user', isPerson: true},
		{id: 'collections', word: 'in', by: 'collection', ever: true},
	],
	isCurve: true,
});
