/** How often the engine says that it lives. */
export const beatEveryMs = 2000;

/** An engine that is not heard for so long is taken for dead. */
export const silentMs = 10_000;

/** A machine that is busy with something else may take this long to start it. */
export const startMs = 30_000;
