import {writeSync} from 'node:fs';

/** At once, since the process may be killed; a pipe whose reader is busy takes it a moment later. */
export const print = (line: string): void => {
	for (;;) {
		try {
			writeSync(1, `${line}\n`);
			return;
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
		}
	}
};
