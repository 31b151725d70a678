import {namedView} from './plays/named-view.ts';

/** On what people watch. */
export const platforms = namedView({
	name: 'platforms',
	title: 'Platforms',
	summary: 'plays by platform, and how they reach it',
	by: 'platform',
	kind: 'platform',
	keyId: 'platform',
	nameId: 'platform',
	heading: 'platform',
	words: ['platform', 'platforms'],
	measures: ['plays', 'duration', 'users'],
});
