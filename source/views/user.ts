import {oneView} from './plays/one-view.ts';

/** What one user watches, when, how, and on what. */
export const user = oneView({
	name: 'user',
	title: 'User',
	summary: 'one user: what, how, when, on which devices',
	subject: {usage: 'NAME|ID', kind: 'user'},
	kind: 'user',
	parts: [
		{id: 'players', word: 'on', by: 'player'},
		{id: 'networks', word: 'over', by: 'network'},
	],
});
