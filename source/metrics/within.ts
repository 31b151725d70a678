/** What an answer becomes that does not come in time: an error of its own, whatever goes on behind it. */
export const within = async <Answer>(
	ms: number | null,
	signal: AbortSignal,
	ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> => {
	const ended = ms === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(ms)]);
	ended.throwIfAborted();
	const aborted = Promise.withResolvers<never>();
	const abort = (): void => aborted.reject(ended.reason);
	ended.addEventListener('abort', abort, {once: true});
	try {
		return await Promise.race([ask(ended), aborted.promise]);
	} finally {
		ended.removeEventListener('abort', abort);
	}
};
