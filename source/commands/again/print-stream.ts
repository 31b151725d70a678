import type {Context} from '../command.ts';
import {describeError} from '../run/describe-error.ts';
import {formatOf, printReport, sentencesOf} from '../run/report.ts';
import type {Shown} from './watch-view.ts';

/** Never aborts. */
const never = new AbortController().signal;

/**
 * Answers one after the other: with `--json` a document a line, else blocks with an empty line behind each; sentences only
 * where they are others. A failure is a document too, so that whoever reads on knows; else a sentence on stderr.
 */
export const printStream = (context: Context): Shown => {
	const {stdout, stderr} = context;
	const isJson = formatOf(context) === 'json';
	let answeredAt: number | null = null;
	let trouble = '';
	let spoken = '';

	const line = (document: object): void => stdout.write(`${JSON.stringify(document)}\n`);

	return {
		opened: () => undefined,
		answer: ({report, settings}) => {
			const at = context.now();
			const says = sentencesOf(context, report);
			if (isJson) line(Object.assign({asked_at: at}, report.json));
			else if (says === null) {
				printReport(context, settings, report);
				stdout.write('\n');
			} else if (says !== spoken) stdout.write(says);
			spoken = says ?? '';
			answeredAt = at;
			trouble = '';
		},
		trouble: error => {
			if (isJson) line({asked_at: context.now(), error: error.toJSON(), answered_at: answeredAt});
			const words = describeError(error, {color: false});
			if (words !== trouble) stderr.write(words);
			trouble = words;
		},
		left: stdout.gone ?? never,
		stderr,
		close: () => undefined,
	};
};
