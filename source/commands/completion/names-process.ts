import process from 'node:process';
import {askedKinds} from '../../domain/known-names.ts';
import {knownNames, serverNames} from '../../open/known-names.ts';

/** The value of a flag in the line which is being typed; undefined: it has none yet. */
const valueIn = (words: readonly string[], flag: string): string | undefined => {
	const at = words.indexOf(flag);
	const joined = words.find(word => word.startsWith(`${flag}=`));
	return at < 0 ? joined?.slice(flag.length + 1) : words[at + 1] === '=' ? words[at + 2] : words[at + 1];
};

/**
 * `tautop __names KIND WORD...`: names for the completion of a shell, one a line; the words are those of the line so far. Whatever
 * goes wrong, it says nothing: nobody who presses Tab wants to read a sentence.
 */
export const printNames = ([kind, ...words]: readonly string[]): void => {
	try {
		const asked = askedKinds.find(each => each === kind);
		if (!asked) return;
		const config = valueIn(words, '--config');
		const names =
			asked === 'server'
				? serverNames({config})
				: knownNames(asked, {config, server: valueIn(words, '--server')}, words.includes('--demo'));
		process.stdout.write(names.map(name => `${name}\n`).join(''));
	} catch {
		// No configuration, no database yet, or another one that is busy: then there are no names.
	}
};
