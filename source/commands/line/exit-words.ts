/** What the exit codes mean, for help and the manual page; `run/exit-codes.ts` gives them. */
export const exitWords: ReadonlyArray<readonly [code: string, means: string]> = [
	['0', 'well'],
	['1', 'failed in part, not found, no database, output that cannot be written, or a bug'],
	['2', 'wrong usage'],
	['69', 'a server is away, or its answer is of no use'],
	['75', 'another run is going on'],
	['77', 'a server refused the key'],
	['78', 'wrong configuration'],
	['130', 'interrupted; 143, 129, 131: ended by SIGTERM, SIGHUP, SIGQUIT'],
];
