/** How often the engine says that it lives. */
export const beatEveryMs = 2000;

/** An engine that is not heard for so long is taken for dead. */
export const silentMs = 10_000;

/**
 * Until it is open. A database of millions of rows that is taken over gets indexes, each in one piece, and a machine may be
 * busy with something else.
 */
export const openMs = 60_000;
