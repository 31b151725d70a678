import {formatMonth} from '../canvas/clock.ts';
import {formatCount} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import {formatSpan} from '../domain/duration.ts';
import type {Progress} from '../domain/run.ts';
import {hint} from './hint.ts';
import type {Shell} from './shell.ts';
import type {Collecting} from './state.ts';

const gap: Row = [{text: '  '}];

/** Parts that have something to say, two blanks apart. */
const joined = (...parts: readonly Row[]): Row =>
	parts.filter(part => part.length > 0).flatMap((part, index): Row => (index === 0 ? part : [...gap, ...part]));

const words = (text: string): Row => (text === '' ? [] : [{text}]);

/** Something counted, what it is at, how long it still takes, and how it is ended: less and less of it. */
const forms = (counted: Row, label: Row, left: Row, cancel: Row): readonly Row[] => [
	joined(counted, label, left, cancel),
	joined(counted, left, cancel),
	joined(counted, cancel),
	counted,
];

/** How far back the history counts already; whoever fills it says itself how long that takes. */
const historyForms = ({done, total, label, reachesTo}: Progress, cancel: Row, {zone}: Shell): readonly Row[] => {
	const far = reachesTo === undefined ? 'reading the history' : `history back to ${formatMonth(reachesTo, zone)}`;
	const share = total === null || total === 0 ? '' : `${Math.floor((100 * Math.min(done, total)) / total)} %`;
	return forms(joined(words(far), words(share)), [], words(label), cancel);
};

/** What is counted is said: libraries that were listed are no collections. */
const stepForms = (progress: Progress, sinceSeconds: number, cancel: Row, shell: Shell): readonly Row[] => {
	const {step, done, total, label} = progress;
	switch (step) {
		case 'waiting':
			return forms(words('waiting: the history is being read'), [], [], cancel);
		case 'syncing':
			return historyForms(progress, cancel, shell);
		case 'listing': {
			const counted = total === null ? 'reading the libraries' : `${done} of ${total} libraries read`;
			return forms(words(counted), words(label), [], cancel);
		}
		case 'collecting': {
			if (total === null || total === 0) return forms(words('collecting'), words(label), [], cancel);
			const left = done === 0 ? '' : `${formatSpan((sinceSeconds / done) * (total - done))} left`;
			return forms(words(`collecting ${done} of ${total}`), words(label), words(left), cancel);
		}
		case 'connecting':
			return forms(words('collecting'), words('connecting'), [], cancel);
		case 'saving':
			return forms(words('storing what was collected'), [], [], cancel);
	}
};

const runningForms = (collecting: Collecting & {state: 'running'}, shell: Shell): readonly Row[] => {
	const {progress, stepAt, isOwn} = collecting;
	const cancel = isOwn ? hint('collect', shell, 'cancel') : [];
	if (!progress) return forms(words('collecting'), words('starting'), [], cancel);
	return stepForms(progress, shell.now - stepAt, cancel, shell);
};

const endedForms = (collecting: Collecting & {state: 'ended'}, shell: Shell): readonly Row[] => {
	const {summary, startedAt, endedAt} = collecting;
	const {glyphs} = shell;
	const details = hint('details', shell, 'details');
	if (summary.status === 'error' || summary.status === 'skipped') {
		const reason: Row = [{text: `${glyphs.bad} nothing collected`, role: 'bad'}];
		return [joined([...reason, {text: `: ${summary.reason ?? summary.status}`}], details), joined(reason, details)];
	}
	const took = formatSpan(Math.max(1, endedAt - startedAt));
	const failed = summary.failed.length;
	const bad: Row = failed === 0 ? [] : [{text: ', '}, {text: `${formatCount(failed, glyphs)} failed`, role: 'bold'}];
	const done: Row = [{text: `collected ${formatCount(summary.collected.length, glyphs)} in ${took}`}, ...bad];
	return failed + summary.warnings.length === 0 ? [done] : [joined(done, details), done];
};

/**
 * What is done now, or has just been done: forms of it, the longest first. None: there is nothing to tell. A fill of the history
 * that finds nothing new is over before anybody could read of it; why a run did not begin is an answer to a key, like others.
 */
export const workForms = (shell: Shell): readonly Row[] => {
	const {collecting, syncing} = shell.state;
	switch (collecting.state) {
		case 'running':
			return runningForms(collecting, shell);
		case 'ended':
			return endedForms(collecting, shell);
		case 'failed':
		case 'idle':
			return syncing && syncing.total !== null && syncing.done < syncing.total ? stepForms(syncing, 0, [], shell) : [];
	}
};
