import {AppError, errorCodes} from '../../source/domain/app-error.ts';
import {cleanText} from '../../source/domain/text/text.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {hostileTexts} from '../helpers/hostile-texts.ts';
import type {Chance} from './random.ts';

/** As they are once they have entered: cleaned. */
const texts = Object.values(hostileTexts).map(cleanText);

/** What people give names to; all else that is text is a word of a server, which means something. */
const isNamed = (key: string): boolean =>
	/^(user|who|title|fullTitle|grandparentTitle|parentTitle|name|collectionName|libraryName|library|player|product|text|collections)$/.test(
		key,
	);

const damagedText = (text: string, key: string, chance: Chance): string =>
	isNamed(key) && chance.below(2) === 0 ? (texts[chance.below(texts.length)] ?? '') : text;

/** A list as it is, none of it, its first alone, or many times over. */
const damagedList = (list: readonly unknown[], key: string, chance: Chance): readonly unknown[] => {
	const turn = chance.below(12);
	if (!/^(sessions|plays|rows|events|history|activity|moment|day|board)$/.test(key) || turn > 2) return list;
	return [[], list.slice(0, 1), Array.from({length: 14}, () => list).flat()][turn] ?? list;
};

/** An answer with other names and other lengths: what it is made of keeps its kinds. */
const damaged = (value: unknown, key: string, chance: Chance): unknown => {
	if (typeof value === 'string') return damagedText(value, key, chance);
	if (Array.isArray(value)) return damagedList(value, key, chance).map(each => damaged(each, key, chance));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, damaged(each, name, chance)]));
};

const trouble = (chance: Chance): AppError =>
	new AppError(chance.pick(errorCodes), `It failed: ${texts[chance.below(texts.length)]}.`, {
		server: chance.pick(['plex', 'tautulli', undefined]),
		hint: chance.pick([undefined, 'Do something about it.']),
	});

/** Every answer of these sources, late, refused, empty, many times over, or about people and titles with hostile names. */
export const brokenWorld = (chance: Chance, given: Partial<Sources> = {}): Sources =>
	new Proxy(fakeSources(given).sources, {
		get: (sources, name) => {
			const ask: unknown = Reflect.get(sources, name);
			if (typeof ask !== 'function' || name === 'settings') return ask;
			return async (...asked: readonly unknown[]): Promise<unknown> => {
				const turn = chance.below(14);
				if (turn === 0) throw trouble(chance);
				if (turn === 1) return new Promise(() => {});
				const answer: unknown = await Reflect.apply(ask, sources, asked);
				return turn < 6 ? damaged(answer, String(name), chance) : answer;
			};
		},
	});
