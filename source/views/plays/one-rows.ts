import {formatCount} from '../../canvas/format.ts';
import type {PlayCount} from '../../domain/plays/plays.ts';
import {shownName, shownTitle} from '../../domain/text/text.ts';
import {playerName} from '../plan/player-name.ts';
import type {Scene} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import type {Fact, One, Part} from './one-data.ts';

/** The ways to play, and what people call them. */
export const ways = [
	['direct play', 'direct play'],
	['copy', 'direct stream'],
	['transcode', 'transcode'],
] as const;

export const playsOf = ({decisions}: One, id: string): number => decisions.rows.find(row => row.key === id)?.plays ?? 0;

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const dayName = (day: number | null): string | null => (day === null ? null : (dayNames[day] ?? null));

/** A name of a part, as people may see it. */
export const partName = ({by, isPerson = false}: Part, {name}: Pick<PlayCount, 'name'>, {names}: Scene): string => {
	if (by === 'player') return shownName(playerName(name, names));
	if (by === 'title') return shownTitle(name);
	return shownName(isPerson ? personName(name, names) : name);
};

/** Its plays by the names of a part: the most first. Null: there are none, or they are not known. */
export const partFact = (part: Part, {parts}: One, scene: Scene): Fact | null => {
	const rows = parts.get(part.id);
	if (part.word === undefined || !rows || rows.length === 0) return null;
	return {
		name: part.word,
		words: rows.map(row => `${partName(part, row, scene)} ${formatCount(row.plays, scene.glyphs)}`),
	};
};
