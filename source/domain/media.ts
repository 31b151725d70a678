/** How a stream reaches its player, in Tautulli's wire words; `copy` is what people call "direct stream", `''` is unknown. */
export type TranscodeDecision = 'direct play' | 'copy' | 'transcode' | '';

/** Tautulli's series names of the three stream types, in its order. */
export const streamTypes = ['Direct Play', 'Direct Stream', 'Transcode'] as const;

/** What graphs and boards count: plays, or the seconds played. */
export type YAxis = 'plays' | 'duration';

/** What a view counts: plays, seconds played, or users who played. */
export type Measure = YAxis | 'users';
