/** What travels as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [name: string]: Json};

/** A command's answer before it is put into the envelope. */
export type Answer = {
	readonly status: 200 | 400 | 500;
	readonly result: 'success' | 'error';
	readonly message: string | null;
	readonly data: Json;
};

/** An answer that succeeded. */
export const success = (data: Json, message: string | null = null): Answer => ({
	status: 200,
	result: 'success',
	message,
	data,
});

/** An answer that failed; its data is empty. */
export const failure = (status: 400 | 500, message: string | null): Answer => ({
	status,
	result: 'error',
	message,
	data: {},
});

/** What Tautulli answers when a command throws inside, whatever the reason. */
export const crashed = failure(500, 'Check the logs for errors');

/** Numbers that Tautulli sends as strings; nothing becomes `''`. */
export const numberText = (value: number | null): string => (value === null ? '' : String(value));

/** Numbers that Tautulli sends as numbers, with `''` where there is none. */
export const numberOrBlank = (value: number | null | undefined): number | '' => value ?? '';
