import type {NoticeRule} from '../../domain/notices.ts';
import {keyOf, type NoticesState, nothingKnown, type Spell} from './state.ts';

/** What was told so long ago is nobody's news any more, and neither is its end. */
const longestSeconds = 7 * 86_400;

type Kept = Pick<NoticesState, 'toldAt' | 'recent' | 'spells'>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumbers = (value: unknown): value is Readonly<Record<string, number>> =>
	isRecord(value) && Object.values(value).every(each => typeof each === 'number');

const isSpell = (value: unknown): value is Spell =>
	isRecord(value) &&
	typeof value.since === 'number' &&
	(value.overSince === null || typeof value.overSince === 'number') &&
	value.isTold === true &&
	(value.who === null || typeof value.who === 'string') &&
	typeof value.detail === 'string' &&
	isRecord(value.values);

const isSpells = (value: unknown): value is Readonly<Record<string, Spell>> =>
	isRecord(value) && Object.values(value).every(isSpell);

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

/** What an engine after this one must know: what was told, and is not over. */
export const keptText = ({toldAt, recent, spells}: NoticesState): string => {
	const kept: Kept = {
		toldAt,
		recent,
		spells: Object.fromEntries(Object.entries(spells).filter(([, {isTold}]) => isTold)),
	};
	return JSON.stringify(kept);
};

/** What an engine before this one has told, as far as rules of today told it; `text` null: there was none. */
export const stateOf = (text: string | null, rules: readonly NoticeRule[], at: number): NoticesState => {
	const value = text === null ? null : parsed(text);
	if (!isRecord(value) || !isNumbers(value.toldAt) || !isSpells(value.spells)) return nothingKnown;
	const {recent} = value;
	const keys = rules.map(keyOf);
	const isOurs = (key: string): boolean => keys.includes(key.split('\t')[0] ?? '');
	const isNews = (told: number): boolean => told <= at && at - told < longestSeconds;
	return {
		...nothingKnown,
		toldAt: Object.fromEntries(Object.entries(value.toldAt).filter(([key, told]) => isOurs(key) && isNews(told))),
		spells: Object.fromEntries(Object.entries(value.spells).filter(([key, {since}]) => isOurs(key) && isNews(since))),
		recent: Array.isArray(recent) ? recent.filter(told => typeof told === 'number' && isNews(told)) : [],
	};
};
