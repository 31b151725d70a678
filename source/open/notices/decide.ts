import type {Notice, NoticeRule} from '../../domain/notices.ts';
import {findingOf, type Held} from './conditions.ts';
import type {Seen} from './seen.ts';
import {keyOf, movedTo, type NoticesState, passedOver, type Spell, spellKey} from './state.ts';
import {backText, begunText} from './words.ts';

/** What is to be told, and when. */
export type Rules = {
	readonly rules: readonly NoticeRule[];
	/** A rule tells at most one thing in this time. */
	readonly everySeconds: number;
	/** Between two observations there is less, but where nobody looked. */
	readonly asleepSeconds: number;
};

/** What is told, without whose it is. */
export type Decided = Omit<Notice, 'server'>;

/** Whatever the rules are, nobody is called more often in an hour. What is over is told all the same. */
const mostAnHour = 20;
const hour = 3600;

/** What has ended may begin again at once: it is over when it was so for a while, or for as long as it had to go on. */
const longestEndSeconds = 60;

const isOfStreams = ({when}: NoticeRule): boolean => when !== 'lost' && when !== 'run-failed';

/** Servers are apart: when one was told of, the other one is news. */
const limitKey = (rule: NoticeRule, subject: string): string =>
	rule.when === 'lost' || rule.when === 'record' ? spellKey(rule, subject) : keyOf(rule);

type Told = {readonly state: NoticesState; readonly notices: readonly Decided[]};

const mayTell = ({toldAt, recent}: NoticesState, key: string, at: number, everySeconds: number): boolean => {
	const last = toldAt[key];
	const isSoon = last !== undefined && at - last < everySeconds;
	return !isSoon && recent.filter(told => at - told < hour).length < mostAnHour;
};

const noted = (state: NoticesState, key: string, at: number): NoticesState => ({
	...state,
	toldAt: {...state.toldAt, [key]: at},
	recent: [...state.recent.filter(told => at - told < hour), at],
});

const without = (state: NoticesState, key: string): NoticesState => {
	const {[key]: _, ...spells} = state.spells;
	return {...state, spells};
};

const withSpell = (state: NoticesState, key: string, spell: Spell): NoticesState => ({
	...state,
	spells: {...state.spells, [key]: spell},
});

const subjectsOf = ({spells}: NoticesState, rule: NoticeRule): readonly string[] => {
	const start = spellKey(rule, '');
	return Object.keys(spells).flatMap(key => (key.startsWith(start) ? [key.slice(start.length)] : []));
};

const goesOn = (spell: Spell | undefined, {who, detail, values}: Held, at: number): Spell => ({
	since: spell?.since ?? at,
	overSince: null,
	isTold: spell?.isTold ?? false,
	who,
	detail,
	values,
});

/** Who is watching is known, or not: what nobody knew counts for no grace. */
const known = (state: NoticesState, rules: readonly NoticeRule[], seen: Seen): NoticesState => {
	if (seen.type === 'unknown') return {...state, unknownSince: state.unknownSince ?? seen.at};
	if (seen.type !== 'streams' || state.unknownSince === null) return state;
	const by = seen.at - state.unknownSince;
	const starts = rules.filter(isOfStreams).map(rule => spellKey(rule, ''));
	const spells = Object.entries(state.spells).map(
		([key, spell]) => [key, starts.some(start => key.startsWith(start)) ? passedOver(spell, by) : spell] as const,
	);
	return {...state, unknownSince: null, spells: Object.fromEntries(spells)};
};

/** What the observation says of one rule. */
const found = (state: NoticesState, rule: NoticeRule, seen: Seen): NoticesState => {
	const finding = findingOf(rule, seen);
	if (!finding) return state;
	const held = new Map(finding.held.map(one => [one.subject, one]));
	const ended = subjectsOf(state, rule).filter(subject => !held.has(subject) && finding.speaksOf(subject));
	let next = state;
	for (const [subject, one] of held) {
		const key = spellKey(rule, subject);
		next = withSpell(next, key, goesOn(next.spells[key], one, seen.at));
	}
	for (const subject of ended) {
		const key = spellKey(rule, subject);
		const spell = next.spells[key];
		if (!spell?.isTold) next = without(next, key);
		else next = withSpell(next, key, {...spell, overSince: spell.overSince ?? seen.at});
	}
	return next;
};

const secondsOf = (spell: Spell, at: number): number => Math.max(0, Math.round(at - spell.since));

/** Tells what has gone on for long enough, and what is over. */
const ripe = (state: NoticesState, rule: NoticeRule, at: number, everySeconds: number): Told => {
	if (isOfStreams(rule) && state.unknownSince !== null) return {state, notices: []};
	const notices: Decided[] = [];
	let next = state;
	for (const subject of subjectsOf(state, rule)) {
		const key = spellKey(rule, subject);
		const spell = next.spells[key];
		if (!spell) continue;
		const {who, values, since, overSince, isTold} = spell;
		const facts = {kind: rule.when, who, at} as const;
		const limit = limitKey(rule, subject);
		if (!isTold && at - since >= rule.forSeconds && mayTell(next, limit, at, everySeconds)) {
			notices.push({
				...facts,
				back: false,
				text: begunText(rule, spell),
				values: {...values, seconds: secondsOf(spell, at)},
			});
			next = noted(withSpell(next, key, {...spell, isTold: true}), limit, at);
		} else if (isTold && overSince !== null && at - overSince >= Math.min(rule.forSeconds, longestEndSeconds)) {
			const seconds = secondsOf(spell, overSince);
			notices.push({...facts, back: true, text: backText(rule, spell, seconds), values: {...values, seconds}});
			next = without(next, key);
		}
	}
	return {state: next, notices};
};

/** A record is a moment: it is told now, or not. */
const record = (state: NoticesState, {rules, everySeconds}: Rules, seen: Seen): Told => {
	const rule = rules.find(({when}) => when === 'record');
	if (seen.type !== 'record' || !rule) return {state, notices: []};
	const {at, what, text, values} = seen;
	const key = limitKey(rule, what);
	if (!mayTell(state, key, at, everySeconds)) return {state, notices: []};
	return {state: noted(state, key, at), notices: [{kind: 'record', back: false, text, who: null, at, values}]};
};

/** What is to be told of an observation. Pure: nothing but its arguments decides. */
export const decide = (wanted: Rules, before: NoticesState, seen: Seen): Told => {
	const {rules, everySeconds, asleepSeconds} = wanted;
	const moved = known(movedTo(before, seen.at, asleepSeconds), rules, seen);
	let {state, notices} = record(moved, wanted, seen);
	for (const rule of new Map(rules.map(each => [keyOf(each), each])).values()) {
		const told = ripe(found(state, rule, seen), rule, seen.at, everySeconds);
		state = told.state;
		notices = [...notices, ...told.notices];
	}
	return {state, notices};
};
