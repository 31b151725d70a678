import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {AppError} from '../domain/app-error.ts';

/** It lies beside the folder of the bundles, and above that of the sources. */
const places = ['../config.example.yaml', '../../config.example.yaml'];

/** Every key of the configuration with its default and meaning, as it comes with the program. */
export const exampleText = (): string => {
	const file = places.map(place => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
	if (file === undefined)
		throw new AppError('not-found', 'config.example.yaml is missing in this installation.', {
			hint: 'Install tautop again.',
		});
	return readFileSync(file, 'utf8');
};
