/** Lines longer than this are tiring to read, however wide the terminal is. */
export const widest = 120;
