import {cpSync} from 'node:fs';
import {inject} from 'vitest';
import {tempFolder} from './temp-folder.ts';

/** Puts a demo that has collected already into the temporary folder of a program, where there is one (`test/e2e/fill-demo.ts`). */
export const copyFilledDemo = (temporary: string): void => {
	const filled = inject('filledDemo');
	if (filled !== undefined) cpSync(filled, temporary, {recursive: true});
};

/** A temporary folder of one test, with a demo that has collected. */
export const filledDemo = (): string => {
	const folder = tempFolder();
	copyFilledDemo(folder);
	return folder;
};
