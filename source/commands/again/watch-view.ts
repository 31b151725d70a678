import {AppError} from '../../domain/app-error.ts';
import type {View} from '../../views/plan/view.ts';
import type {Context, ExitCode} from '../command.ts';
import {exitCodeOfSignal} from '../run/exit-codes.ts';
import {formatOf, type PrintSettings} from '../run/report.ts';
import {answerOf, type ViewAnswer, type ViewFlags} from '../views/view-report.ts';
import {askAgain} from './ask-again.ts';
import {everyOf} from './flags.ts';
import {printStream} from './print-stream.ts';
import {showScreen} from './show-screen.ts';

/** Where answers go, one after the other. */
export type Shown = {
	/** How to show what comes. */
	readonly opened: (settings: PrintSettings) => void;
	readonly answer: (answer: ViewAnswer) => void;
	readonly trouble: (error: AppError) => void;
	/** Aborts when nobody looks any more. */
	readonly left: AbortSignal;
	/** Sentences that would disturb what is shown. */
	readonly stderr: Context['stderr'];
	readonly close: () => void;
};

const check = (context: Context): void => {
	const format = formatOf(context);
	if (format === 'markdown' || format === 'html') {
		throw new AppError('usage', `--watch and --${format} exclude each other.`, {hint: 'A page is written once.'});
	}
	if (context.flags.at !== undefined) {
		throw new AppError('usage', '--watch and --at exclude each other.', {hint: 'What is over does not change.'});
	}
};

/** A view that is asked again and again: in place on a terminal, answer after answer to a pipe. Until it is left. */
export const watchView = async (context: Context, view: View, flags: ViewFlags): Promise<ExitCode> => {
	check(context);
	const every = everyOf(context);
	const shown =
		(formatOf(context) === 'text' ? await showScreen(context, every, [view.name, ...context.args].join(' ')) : null) ??
		printStream(context);
	let last: ViewAnswer | null = null;
	try {
		await askAgain(
			{...context, stderr: shown.stderr},
			{
				every,
				round: async (open, settings) => {
					if (!last) shown.opened(settings);
					last = await answerOf(context, view, flags, open, settings, last?.told ?? null);
					shown.answer(last);
				},
				failed: shown.trouble,
				until: shown.left,
			},
		);
	} finally {
		shown.close();
	}
	const {signal} = context;
	return signal.aborted && !shown.left.aborted ? exitCodeOfSignal(context.interruptedBy() ?? 'SIGINT') : 0;
};
