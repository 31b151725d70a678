/** A line of JSON as an object; null: it is none. Both ends are of one build, so what is a message has the shape of one. */
export const parseLine = <Message>(line: string | null): Message | null => {
	try {
		const message = line === null ? null : JSON.parse(line);
		return typeof message === 'object' ? message : null;
	} catch {
		return null;
	}
};
