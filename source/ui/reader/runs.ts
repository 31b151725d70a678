import {formatSpan} from '../../domain/duration.ts';
import {sentence} from '../../views/plan/words.ts';
import type {Collecting} from '../state.ts';
import {countWords} from './voice.ts';

const endWords = ({summary, startedAt, endedAt}: Collecting & {state: 'ended'}): string => {
	if (summary.status === 'error' || summary.status === 'skipped') {
		return sentence(`Nothing collected: ${summary.reason ?? summary.status}`);
	}
	const failed = summary.failed.map(({collection, reason}) => `${collection}: ${reason}`);
	const collected = `Collected ${countWords(summary.collected.length, 'collection', 'collections')}`;
	const took = `in ${formatSpan(Math.max(1, endedAt - startedAt))}`;
	const words = failed.length === 0 ? '' : `${failed.length} failed: ${failed.join('; ')}`;
	return [sentence(`${collected} ${took}`), ...(words === '' ? [] : [sentence(words)]), ...summary.warnings].join(' ');
};

/** What a run has come to; null: nothing worth a line. Progress is told at its beginning and its end alone. */
export const runSentence = (before: Collecting, after: Collecting): string | null => {
	if (after.state === before.state) return null;
	switch (after.state) {
		case 'idle':
			return null;
		case 'running':
			return 'Collecting.';
		case 'ended':
			return endWords(after);
		case 'failed':
			return sentence(after.reason);
	}
};
