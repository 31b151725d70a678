import process from 'node:process';

/** True while the process runs, whoever's it is. */
export const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Forbidden (EPERM): it lives, under another user.
		return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
	}
};
