import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** An answer as a real Tautulli 2.17.2 sent it. */
export type Recording = {
	readonly request: Readonly<Record<string, string | number>>;
	readonly status: number;
	readonly body: {readonly response: {readonly data: unknown}};
};

const folders = ['tautulli/small', 'demo'].map(name => path.join(import.meta.dirname, '..', 'fixtures', name));

/** The recording of this name, from the client's folder or the demo's own. */
export const readRecording = (name: string): Recording => {
	const file = folders.map(folder => path.join(folder, `${name}.json`)).find(candidate => existsSync(candidate));
	if (file === undefined) throw new Error(`there is no recording ${name}`);
	return JSON.parse(readFileSync(file, 'utf8'));
};
