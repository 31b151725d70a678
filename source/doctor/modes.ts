/** The permissions of a file as `chmod` takes them. */
export const modeText = (mode: number): string => `0${(mode & 0o777).toString(8)}`;
