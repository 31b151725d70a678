import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {cleanText} from '../../domain/text/text.ts';
import type {ExportFile} from '../../ui/exporting.ts';

/** Another export of the same day gets a number. */
const mostFiles = 1000;

const numbered = (name: string, number: number): string =>
	number === 0 ? name : name.replace(/(\.\w+)$/, `-${number + 1}$1`);

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Writes an export into the working folder, beside earlier ones, for the user alone. Returns where it is, or why it is not. */
export const saveExport = ({name, text}: ExportFile): string => {
	for (let number = 0; number < mostFiles; number++) {
		const file = path.join(process.cwd(), numbered(name, number));
		try {
			writeFileSync(file, text, {flag: 'wx', mode: 0o600});
			return `Exported to ${cleanText(file)}`;
		} catch (error) {
			if (isThere(error)) continue;
			return `Not exported: ${cleanText(error instanceof Error ? error.message : String(error))}`;
		}
	}
	return `Not exported: there are ${mostFiles} files of this name already.`;
};
