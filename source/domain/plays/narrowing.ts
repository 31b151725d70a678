/** What plays can be narrowed by. Each is a flag, a chip on the screen, and a condition of the store's query. */
export const narrowingKinds = [
	'user',
	'library',
	'mediaType',
	'decision',
	'platform',
	'player',
	'product',
	'network',
	'title',
	'collection',
	'weekday',
	'hour',
] as const;

export type NarrowingKind = (typeof narrowingKinds)[number];

/**
 * One value, and how people call it. The id of a user is Tautulli's, of a library its section, of a title or a collection a
 * rating key; decisions are Tautulli's words (`copy` is direct stream), networks lan and wan, weekdays 0 (Sunday) to 6, hours 0 to
 * 23 of the start in the server's zone. Platforms, players and products have their name as id.
 */
export type Choice = {readonly id: string; readonly name: string};

/** Which plays: any of the values of a kind, and all kinds together. `text` is searched for in names and titles. */
export type Narrowing = {readonly [Kind in NarrowingKind]?: readonly Choice[]} & {readonly text?: string};
