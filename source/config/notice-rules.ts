import * as z from 'zod/mini';
import {durationSeconds} from '../domain/duration.ts';
import {isMeasured, mayLast, type NoticeKind, noticeKinds} from '../domain/notices.ts';
import {secondsPerDay} from '../domain/period.ts';
import {nearest} from '../domain/text/nearest.ts';
import {isUnset} from './is-unset.ts';

/** A rule as it is written. */
export type WrittenRule = {readonly when: NoticeKind; readonly above?: number; readonly for?: string};

/** The seconds of a time such as `5m`; null where it is none, or more than a day. */
export const secondsOf = (written: string): number | null => {
	const seconds = durationSeconds(written);
	return seconds !== null && seconds <= secondsPerDay ? seconds : null;
};

/** How long something lasts. */
export const duration = z.string().check(z.refine(text => secondsOf(text) !== null));

type Wrong = {readonly key: string | null; readonly message: string; readonly remedy: string};

const mapping = z.record(z.string(), z.unknown());

const ruleKeys = ['when', 'above', 'for'];
const kindNames = noticeKinds.join(', ');
const example = 'A rule is such as {when: wan, above: 35, for: 5m}.';

const isKind = (value: unknown): value is NoticeKind => noticeKinds.some(kind => kind === value);

const wrongKind = (written: unknown): Wrong => {
	if (isUnset(written)) return {key: 'when', message: 'is not set', remedy: `It is one of ${kindNames}.`};
	const near = typeof written === 'string' ? nearest(written, noticeKinds) : null;
	const remedy = near === null ? `It is one of ${kindNames}.` : `Did you mean ${near}? It is one of ${kindNames}.`;
	return {key: 'when', message: 'names nothing that can be told', remedy};
};

const aboveTroubles = (when: NoticeKind, above: unknown): readonly Wrong[] => {
	if (!isMeasured(when)) {
		if (above === undefined) return [];
		return [{key: 'above', message: `says nothing where when is ${when}`, remedy: 'Take it out.'}];
	}
	if (typeof above === 'number' && above >= 0 && above <= 1_000_000) return [];
	const unit = when === 'wan' ? 'Mb/s' : when;
	return [{key: 'above', message: `must be a number of ${unit}`, remedy: example}];
};

const forTroubles = (when: NoticeKind, lasts: unknown): readonly Wrong[] => {
	if (lasts === undefined) return [];
	if (!mayLast(when)) return [{key: 'for', message: `says nothing where when is ${when}`, remedy: 'Take it out.'}];
	if (typeof lasts === 'string' && secondsOf(lasts) !== null) return [];
	return [{key: 'for', message: 'must be a time such as 30s, 5m or 2h, at most 24h', remedy: example}];
};

const read = (written: unknown): {readonly rule: WrittenRule | null; readonly wrong: readonly Wrong[]} => {
	const {data} = mapping.safeParse(written);
	if (!data) return {rule: null, wrong: [{key: null, message: 'must be a rule', remedy: example}]};
	const {when, above, for: lasts} = data;
	const unknown = Object.keys(data)
		.filter(name => !ruleKeys.includes(name))
		.map(key => ({
			key,
			message: 'is not a key of a rule',
			remedy: `Take it out; keys here are ${ruleKeys.join(', ')}.`,
		}));
	if (!isKind(when)) return {rule: null, wrong: [wrongKind(when), ...unknown]};
	const wrong = [...aboveTroubles(when, above), ...forTroubles(when, lasts), ...unknown];
	const rule = {
		when,
		...(typeof above === 'number' && {above}),
		...(typeof lasts === 'string' && {for: lasts.trim()}),
	};
	return {rule, wrong};
};

/** What is to be told. Each mistake is told at its own place. */
export const noticeRules = z.pipe(
	z.array(z.unknown()),
	z.transform((list, {issues}): readonly WrittenRule[] =>
		list.flatMap((written, index) => {
			const {rule, wrong} = read(written);
			for (const {key, message, remedy} of wrong) {
				const path = key === null ? [index] : [index, key];
				issues.push({code: 'custom', message, path, params: {remedy}, input: written});
			}
			return rule === null ? [] : [rule];
		}),
	),
);

/** A line for the shell, or a program and its arguments. */
export const command = z.union([z.string(), z.array(z.string().check(z.minLength(1))).check(z.minLength(1))]);
