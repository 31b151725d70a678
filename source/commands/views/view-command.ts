import {needsSubject, type Subject} from '../../views/plan/query.ts';
import type {View} from '../../views/plan/view.ts';
import {isWatching} from '../again/flags.ts';
import {watchView} from '../again/watch-view.ts';
import type {Command, Completes} from '../command.ts';
import {formatOf, printReport} from '../run/report.ts';
import {withSources} from '../run/with-sources.ts';
import {viewExamples} from './view-examples.ts';
import {viewFlags} from './view-flags.ts';
import {answerOf, viewFlagsOf} from './view-report.ts';

/** What a shell completes as its argument. A text may be the name of a collection; then it is called so. */
const completesOf = ({kind, usage}: Subject): Completes | undefined => {
	if (kind === 'user') return 'user';
	return kind === 'collection' || (kind === 'text' && usage.includes('NAME')) ? 'collection' : undefined;
};

/** A view as a command: its flags, its arguments and its output all come from what it says of itself. */
export const commandOf = (view: View): Command => {
	const {subject} = view.takes;
	return {
		name: view.name,
		summary: view.summary,
		help: view.help,
		examples: viewExamples(view),
		usage: subject?.usage ?? '',
		args: {min: needsSubject(view.takes) ? 1 : 0, max: subject ? 1 : 0},
		completes: subject && completesOf(subject),
		flags: viewFlags(view),
		isView: true,
		asksEngine: view.pace === 'live',
		run: async context => {
			formatOf(context);
			const flags = viewFlagsOf(context, view);
			if (isWatching(context)) return await watchView(context, view, flags);
			return await withSources(context, async (open, given) => {
				const {report, settings} = await answerOf(context, view, flags, open, given, null);
				printReport(context, settings, report);
				return 0;
			});
		},
	};
};
