import {AppError} from './app-error.ts';

/** What users call keys of the configuration that they did not write into the file: `tautulli.api_key` to `HSH_TAUTULLI_API_KEY`. */
export type KeyNames = Readonly<Record<string, string>>;

/** A remedy that names what has to be changed. */
export const withKeyNames = (text: string, names: KeyNames): string =>
	Object.entries(names).reduce((told, [key, name]) => told.replaceAll(key, name), text);

/** The same error with such a remedy; anything else stays as it is. */
export const errorWithKeyNames = <Thrown>(error: Thrown, names: KeyNames): Thrown | AppError => {
	if (!(error instanceof AppError) || error.hint === undefined) return error;
	const hint = withKeyNames(error.hint, names);
	if (hint === error.hint) return error;
	const {code, message, server, retryAfterSeconds} = error;
	return new AppError(code, message, {hint, server, retryAfterSeconds, cause: error});
};
