/** One event of a stream of server-sent events. */
export type ServerEvent = {
	/** `message` where the server names none. */
	readonly type: string;
	readonly data: string;
};

/** An event, or a line of one, is longer than any honest one. */
export class EventTooLong extends Error {}

/** Reads events from text that comes in pieces. */
export type EventReader = (piece: string) => readonly ServerEvent[];

/** A line without its field name; one blank after the colon is not part of the value. */
const fieldOf = (line: string, field: string): string | null => {
	if (!line.startsWith(`${field}:`)) return null;
	const value = line.slice(field.length + 1);
	return value.startsWith(' ') ? value.slice(1) : value;
};

/**
 * Reads `event:` and `data:` lines as the HTML standard has them; comments and all other fields are passed over. Throws
 * `EventTooLong` where what is unfinished is longer than `mostLength`, so that a line without an end costs no memory.
 */
export const createEventReader = (mostLength: number): EventReader => {
	let rest = '';
	let type = '';
	let data: string[] = [];
	let size = 0;

	const end = (): ServerEvent | null => {
		const event = data.length === 0 ? null : {type: type === '' ? 'message' : type, data: data.join('\n')};
		[type, data, size] = ['', [], 0];
		return event;
	};

	const take = (line: string): ServerEvent | null => {
		if (line === '') return end();
		// The line's end counts too: a million empty lines of data are not nothing.
		size += line.length + 1;
		if (size > mostLength) throw new EventTooLong();
		type = fieldOf(line, 'event') ?? type;
		const value = fieldOf(line, 'data');
		if (value !== null) data.push(value);
		return null;
	};

	return piece => {
		// A carriage return at the end may be half of a line's end.
		const lines = `${rest}${piece}`.split(/\r\n|\n|\r(?!$)/);
		rest = lines.pop() ?? '';
		if (rest.length > mostLength) throw new EventTooLong();
		return lines.map(take).filter(event => event !== null);
	};
};
