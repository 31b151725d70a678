import type {Config} from '../config/config.ts';
import {AppError} from '../domain/app-error.ts';

/** What to say where there is nothing to talk to. */
export const notConfigured = ({passedOver}: Config): AppError => {
	const toDo = passedOver.some(({meant}) => meant) ? 'Correct this file, or run tautop init' : 'Run tautop init';
	const lines = ['No Tautulli is configured.', ...passedOver.flatMap(({sentences}) => sentences)];
	return new AppError('config', lines.join('\n'), {
		hint: `${toDo}; tautop config --example prints every key. Or look around with --demo.`,
	});
};
