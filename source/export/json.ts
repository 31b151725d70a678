/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json};

/** One document, indented, with a line feed at its end. */
export const toJson = (document: Json): string => `${JSON.stringify(document, null, 2)}\n`;
