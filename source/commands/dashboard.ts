import type {OpenSources} from '../sources.ts';
import type {DashboardOptions} from './dashboard/options.ts';
import {speak, wantsReader} from './dashboard/reader.ts';
import {showScreen} from './dashboard/screen.tsx';
import {describeError} from './describe-error.ts';
import {within} from './within.ts';

/** The longest that the database and open requests may take to end; the terminal is given back before. */
const closingMs = 3000;

/** Why there can be no dashboard here, as a sentence; null: there can. */
const refusal = (options: DashboardOptions): string | null => {
	const {stdin, stdout, env} = options;
	if (!stdout.isTTY || !stdin.isTTY) {
		return 'The dashboard needs a terminal on both ends. For a pipe or a file there are commands, such as `tautop now`.';
	}
	return env.TERM === 'dumb' && !wantsReader(options)
		? 'The dashboard needs a terminal that can move its cursor (TERM is dumb). There are commands, such as `tautop now`.'
		: null;
};

/** Lets the engine end its work, but not for ever; a second signal ends the program at once. */
const closeEngine = (opening: Promise<OpenSources>): Promise<void> =>
	within(
		closingMs,
		opening.then(opened => opened.close()).catch(() => {}),
	);

/** `tautop` without a command. Resolves with the exit code, the terminal being as it was. */
export const runDashboard = async (options: DashboardOptions): Promise<number> => {
	const sentence = refusal(options);
	if (sentence !== null) {
		options.stderr.write(`tautop: ${sentence}\n`);
		return 2;
	}
	const {ending, opening, isDeaf} = await (wantsReader(options) ? speak(options) : showScreen(options));
	// A write to a terminal that reads nothing never ends, and libraries write to stderr even while the process exits.
	if (isDeaf) options.stderr.cork();
	// On the primary screen: what was written before went with the alternate one.
	else if (ending.error !== undefined) {
		options.stderr.write(describeError(ending.error, {color: false, stack: true}));
	}
	await closeEngine(opening);
	return ending.code;
};
