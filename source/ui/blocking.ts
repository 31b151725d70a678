/**
 * Says whether writes to a terminal wait until it has taken them. Node makes them wait, so a terminal that stops reading (a
 * hung SSH connection, a held scroll bar) would stop timers, requests and Ctrl-C too. There is no public way to it; where
 * the handle lacks the method, nothing changes.
 */
export const setBlocking = (stream: NodeJS.WritableStream, isBlocking: boolean): void => {
	const handle: unknown = Reflect.get(stream, '_handle');
	if (typeof handle !== 'object' || handle === null) return;
	const method: unknown = Reflect.get(handle, 'setBlocking');
	if (typeof method === 'function') Reflect.apply(method, handle, [isBlocking]);
};
