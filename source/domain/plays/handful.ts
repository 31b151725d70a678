/** Shares, ratios and records of fewer plays than these are told as counts. */
export const handful = 10;
