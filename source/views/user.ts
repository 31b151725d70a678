import {oneView} from './plays/one-view.ts';

/** What one user watches, and how. */
export const user = oneView({
	name: 'user',
	title: 'User',
	summary: 'one user: what, how, when',
	subject: {usage: 'NAME|ID', kind: 'user'},
	kind: 'user',
});
