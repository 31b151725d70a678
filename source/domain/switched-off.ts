import {AppError} from './app-error.ts';

/** What every question ends with while the configuration switches Tautulli off. `file`: the file that does, or null. */
export const switchedOff = (file: string | null): AppError =>
	new AppError('config', 'Tautulli is switched off in the configuration.', {
		hint: `Set tautulli.enabled to true${file === null ? '' : ` in ${file}`}.`,
		server: 'tautulli',
	});
