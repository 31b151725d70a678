/**
 * What stands in a play's column where the row has nothing: imports from older tools left rows without a time, a user or
 * a group. The numbers are chosen so that most queries are right by themselves. A time that is missing lies before every
 * window and every day, yet inside all time; nobody has the user, so it is in no count of users. The group is left out
 * where groups are counted, as NULL is in Tautulli's own sums, and so are the seconds between times that are missing.
 */
export const noTime = -900_000_000_000_000;
export const noUser = -1;
export const noGroup = -1;

/** The groups of plays in SQL. */
export const groupSql = `nullif(reference_id, ${noGroup})`;

/** Back from the column. */
export const timeOf = (value: number | null): number | null => (value === null || value <= noTime ? null : value);
