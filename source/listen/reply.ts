import type {AppErrorData} from '../domain/app-error.ts';

/** One answer over HTTP, whole. */
export type Reply = {
	readonly status: number;
	readonly type: string;
	readonly body: string;
	readonly headers?: Readonly<Record<string, string>>;
};

export const textReply = (body: string, status = 200): Reply => ({
	status,
	type: 'text/plain; charset=utf-8',
	body,
});

/** `body` is JSON already. */
export const jsonReply = (body: string, status = 200, headers: Reply['headers'] = {}): Reply => ({
	status,
	type: 'application/json; charset=utf-8',
	body,
	headers,
});

/** What went wrong, in the form that every refusal has: a word for programs, a sentence and its remedy for people. */
export const troubleReply = (
	status: number,
	{code, message, hint}: Pick<AppErrorData, 'message' | 'hint'> & {readonly code: string},
	headers: Reply['headers'] = {},
): Reply => jsonReply(`${JSON.stringify({error: {code, message, hint}}, null, 2)}\n`, status, headers);
