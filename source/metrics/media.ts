/** What can be played, as a label. */
export const media = ['movie', 'episode', 'track', 'live', 'other'] as const;
