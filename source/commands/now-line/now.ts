import {AppError} from '../../domain/app-error.ts';
import {now as nowView} from '../../views/now/index.ts';
import type {Command, Context} from '../command.ts';
import {hasFlag, textFlag} from '../line/flag-values.ts';
import {commandOf} from '../views/view-command.ts';
import {lineFlags} from './flags.ts';
import {printLine} from './print-line.ts';

const plain = commandOf(nowView);

const refuseAlone = (context: Context): void => {
	const given = lineFlags.find(({name}) => name !== 'line' && textFlag(context, name) !== undefined);
	if (given) throw new AppError('usage', `--${given.name} needs --line.`, {hint: 'It is about that line.'});
};

/** `tautop now`: the view, and the same as one line. */
export const now: Command = {
	...plain,
	examples: {
		...plain.examples,
		'tautop now --line --format "{streams} ({transcodes}) {mbps}"': 'for a status bar',
		'tautop now --watch --every 10': 'in place, until q',
	},
	flags: [...lineFlags, ...plain.flags],
	run: async context => {
		if (hasFlag(context, 'line')) return await printLine(context);
		refuseAlone(context);
		return await plain.run(context);
	},
};
