import {serverTitles} from '../../domain/app-error.ts';
import type {Notice, NoticeRule} from '../../domain/notices.ts';
import type {Seen, StreamFacts} from './seen.ts';

/** What holds for a rule: of what, and what is to be said of it. */
export type Held = Pick<Notice, 'who' | 'values'> & {
	/** Tells apart what one rule tells apart: a stream, a server. */
	readonly subject: string;
	/** What words need beside the values. */
	readonly detail: string;
};

/** What an observation says of a rule: what holds, of those subjects that it speaks of. */
export type Finding = {readonly held: readonly Held[]; readonly speaksOf: (subject: string) => boolean};

const all = (): boolean => true;

const measured = (value: number, above: number, unit: string): readonly Held[] =>
	value > above ? [{subject: '', who: null, detail: '', values: {[unit]: value, above}}] : [];

const megabits = (kbps: number): number => Math.round(kbps / 100) / 10;

const heldByStreams = ({when, above}: NoticeRule, facts: StreamFacts): readonly Held[] | null => {
	switch (when) {
		case 'streams':
			return measured(facts.streams, above ?? 0, 'streams');
		case 'transcodes':
			return measured(facts.transcodes, above ?? 0, 'transcodes');
		case 'wan':
			return facts.wanKbps === null ? null : measured(megabits(facts.wanKbps), above ?? 0, 'mbps');
		case 'buffering':
			return facts.waiting.map(({key, user, title}) => ({
				subject: key,
				who: user,
				detail: title,
				values: {user, title},
			}));
		case 'lost':
			return [];
		default:
			return null;
	}
};

/** Null: it says nothing of the rule. */
export const findingOf = (rule: NoticeRule, seen: Seen): Finding | null => {
	switch (seen.type) {
		case 'streams': {
			const held = heldByStreams(rule, seen.facts);
			return held && {held, speaksOf: all};
		}
		case 'server': {
			if (rule.when !== 'lost') return null;
			const {server, isAway} = seen;
			const held = {subject: server, who: null, detail: serverTitles[server], values: {lost: server}};
			return {held: isAway ? [held] : [], speaksOf: subject => subject === server};
		}
		case 'run': {
			if (rule.when !== 'run-failed') return null;
			const {hasFailed, reason} = seen;
			const held = {subject: '', who: null, detail: reason, values: {reason}};
			return {held: hasFailed ? [held] : [], speaksOf: all};
		}
		default:
			return null;
	}
};
