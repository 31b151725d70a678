import {oneView} from './plays/one-view.ts';

/** Who watched one film, show, episode or artist, and how. */
export const title = oneView({
	name: 'title',
	title: 'Title',
	summary: 'one title: who watched it, when, how',
	subject: {usage: 'NAME|KEY', kind: 'title'},
	kind: 'title',
});
