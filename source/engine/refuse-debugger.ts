/** As the launcher does (`bin/cli.cjs`): SIGUSR1 opens no debugger, whose port would give every secret away. */
export const refuseDebugger = (): void => {
	process.on('SIGUSR1', () => undefined);
};
