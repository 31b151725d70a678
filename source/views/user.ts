import type {Asking} from './plan/view.ts';
import type {OneFacts} from './plays/one-data.ts';
import {oneView} from './plays/one-view.ts';
import {askWhy, seenWords, whyJson} from './streams/why.ts';

/** Why streams of this user were transcoded. */
const askFacts = async (asking: Asking): Promise<OneFacts> => {
	const {query} = asking;
	const where = query.subject ? {...query.where, user: [query.subject]} : query.where;
	const why = await askWhy({...asking, query: {...query, where}});
	return {
		facts: () => (why && why.seen > 0 ? [{name: 'why,', words: [seenWords(why)]}] : []),
		json: {why: whyJson(why)},
	};
};

/** What one user watches, when, how and why so, and on what. */
export const user = oneView({
	name: 'user',
	title: 'User',
	summary: 'one user: what, how, when, on which devices',
	subject: {usage: 'NAME|ID', kind: 'user'},
	kind: 'user',
	parts: [
		{id: 'players', word: 'on', by: 'player', list: 'on'},
		{id: 'networks', word: 'over', by: 'network'},
		{id: 'titles', by: 'title', list: 'played most'},
	],
	facts: askFacts,
});
