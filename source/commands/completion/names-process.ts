import process from 'node:process';
import {knownKinds} from '../../domain/known-names.ts';
import {knownNames} from '../../open/known-names.ts';

/** The configuration that the line which is being typed names. */
const configIn = (words: readonly string[]): string | undefined => {
	const at = words.indexOf('--config');
	const joined = words.find(word => word.startsWith('--config='));
	return at < 0 ? joined?.slice('--config='.length) : words[at + 1] === '=' ? words[at + 2] : words[at + 1];
};

/**
 * `tautop __names KIND WORD...`: names for the completion of a shell, one a line; the words are those of the line so far. Whatever
 * goes wrong, it says nothing: nobody who presses Tab wants to read a sentence.
 */
export const printNames = ([kind, ...words]: readonly string[]): void => {
	try {
		const known = knownKinds.find(each => each === kind);
		if (!known) return;
		const names = knownNames(known, {config: configIn(words)}, words.includes('--demo'));
		process.stdout.write(names.map(name => `${name}\n`).join(''));
	} catch {
		// No configuration, no database yet, or another one that is busy: then there are no names.
	}
};
