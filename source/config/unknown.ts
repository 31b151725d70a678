import {meantKey, meantPlace, meantWords} from './meant.ts';
import {isRecord, type KeyPath, type ParsedFile} from './parse.ts';
import {type Problem, printable} from './problem.ts';
import {topNames} from './schema/entries.ts';
import {sections} from './schema/sections.ts';

/** `plex.libraries[0].name` */
export const printPath = (keys: KeyPath): string =>
	printable(
		keys
			.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
			.join(''),
	);

/** The key that somebody meant, in full; undefined: nothing is like it. */
const meantPath = (keys: KeyPath, known: readonly string[]): string | undefined => {
	const name = String(keys.at(-1));
	if (keys.length > 1) {
		const key = meantKey(name, known);
		return key === null ? undefined : printPath([...keys.slice(0, -1), key]);
	}
	const place = meantPlace(name);
	return place?.key ? printPath([place.section, place.key]) : undefined;
};

const unknownKey = (file: ParsedFile, keys: KeyPath, known: readonly string[]): Problem => {
	const name = String(keys.at(-1));
	const kind = keys.length === 1 ? 'section' : 'key';
	const words = meantWords(name, known, keys.length === 1);
	return {
		where: file.whereKey(keys),
		sentence: `there is no ${kind} ${printPath(keys)}.`,
		meant: meantPath(keys, known),
		remedy: words ?? `Take it out; ${kind}s here are ${known.join(', ')}.`,
	};
};

/** The names in a mapping that nothing of ours has, each with the nearest that something has. */
export const unknownIn = (
	file: ParsedFile,
	at: KeyPath,
	value: unknown,
	known: readonly string[],
	silent: readonly string[],
): readonly Problem[] =>
	isRecord(value)
		? Object.keys(value)
				.filter(name => !known.includes(name) && !silent.includes(name))
				.map(name => unknownKey(file, [...at, name], known))
		: [];

/** The same of the left margin, and of what stands inside of a section whose name is nearly right. */
export const unknownSections = (file: ParsedFile, isSilent: (name: string) => boolean): readonly Problem[] => {
	const names = Object.keys(file.values).filter(name => !topNames.includes(name) && !isSilent(name));
	return names.flatMap(name => {
		const place = meantPlace(name);
		const keys = place && place.key === null ? Object.keys(sections[place.section].shape) : null;
		const inside = keys ? unknownIn(file, [name], file.values[name], keys, []) : [];
		return [unknownKey(file, [name], topNames), ...inside];
	});
};

/** True where a section has a key under a name that is not ours, and not under its own. */
export const isMisnamed = (section: unknown, key: string, known: readonly string[]): boolean =>
	isRecord(section) &&
	!(key in section) &&
	Object.keys(section).some(name => !known.includes(name) && meantKey(name, known) === key);
