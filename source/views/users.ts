import {personName} from './plan/words.ts';
import {namedView} from './plays/named-view.ts';

/** Who watches how much, deleted users included. */
export const users = namedView({
	name: 'users',
	title: 'Users',
	summary: 'plays and time of every user',
	by: 'user',
	kind: 'user',
	keyId: 'user_id',
	nameId: 'friendly_name',
	heading: 'user',
	words: ['user', 'users'],
	measures: ['plays', 'duration'],
	extra: [{id: 'deleted', value: row => row.deleted}],
	isPerson: true,
	enter: (row, {names}) => ({view: 'user', subject: {id: row.key, name: personName(row.name, names)}}),
});
