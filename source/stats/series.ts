/** A row of a graph: what plays are told by, and Tautulli's name of it. */
export type SeriesKind = {readonly kind: string; readonly name: string};

/** Tautulli's series of media, in its order. It shows those that it has a library for. */
export const mediaSeries: readonly SeriesKind[] = [
	{kind: 'episode', name: 'TV'},
	{kind: 'movie', name: 'Movies'},
	{kind: 'track', name: 'Music'},
	{kind: 'live', name: 'Live TV'},
];

/** Tautulli's series of how a stream reached its player. */
export const streamSeries: readonly SeriesKind[] = [
	{kind: 'direct play', name: 'Direct Play'},
	{kind: 'copy', name: 'Direct Stream'},
	{kind: 'transcode', name: 'Transcode'},
];
