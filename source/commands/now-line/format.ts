import type {Activity} from '../../domain/session.ts';

/** What a field of the line is told from. */
export type LineFacts = {
	readonly activity: Activity;
	/** What the line to the outside can send, in Mb/s; null: not configured. */
	readonly uploadMbps: number | null;
	/** Its name among several; null: there is one. */
	readonly server: string | null;
};

/** Stands where nothing is known: never a zero. */
export const unknown = '?';

const megabits = (kbps: number | null): string => (kbps === null ? unknown : (kbps / 1000).toFixed(1));

const inState =
	(state: string) =>
	({activity: {sessions}}: LineFacts): string =>
		String(sessions.filter(session => session.state === state).length);

/** Every field that a format can hold, with what it is. */
export const lineFields: Readonly<Record<string, {readonly means: string; readonly of: (facts: LineFacts) => string}>> =
	{
		streams: {means: 'streams', of: ({activity}) => String(activity.streamCount)},
		transcodes: {means: 'of them transcodes', of: ({activity}) => String(activity.transcodeCount)},
		copied: {means: 'direct streams', of: ({activity}) => String(activity.directStreamCount)},
		direct: {means: 'direct plays', of: ({activity}) => String(activity.directPlayCount)},
		paused: {means: 'paused ones', of: inState('paused')},
		buffering: {means: 'those that stall', of: inState('buffering')},
		users: {
			means: 'people',
			of: ({activity: {sessions}}) => String(new Set(sessions.map(({userId, user}) => userId ?? user)).size),
		},
		mbps: {means: 'Mb/s in all', of: ({activity}) => megabits(activity.bandwidthKbps.total)},
		wan: {means: 'Mb/s to the outside', of: ({activity}) => megabits(activity.bandwidthKbps.wan)},
		lan: {means: 'Mb/s at home', of: ({activity}) => megabits(activity.bandwidthKbps.lan)},
		limit: {
			means: 'dashboard.upload_mbps',
			of: ({uploadMbps}) => (uploadMbps === null ? unknown : String(uploadMbps)),
		},
		server: {means: 'its name among several', of: ({server}) => server ?? ''},
	};

const parts = /\{\{|\}\}|\{([^{}]*)\}/g;

/** The first field of a format that there is not; null: there are all. */
export const unknownField = (format: string): string | null => {
	for (const [, name] of format.matchAll(parts))
		if (name !== undefined && !Object.hasOwn(lineFields, name)) return name;
	return null;
};

/** The format with its fields filled in; `{{` and `}}` are braces. */
export const fillLine = (format: string, facts: LineFacts): string =>
	format.replaceAll(parts, (whole: string, name: string | undefined) =>
		name === undefined ? whole.slice(1) : (lineFields[name]?.of(facts) ?? unknown),
	);

/** Where no format is given. */
export const defaultFormat = (isAscii: boolean): string =>
	`${isAscii ? '>' : '\u25B6'} {streams}  T {transcodes}  {mbps} Mb/s`;

/** What to print: `idle` in the place of the format where nobody watches; null: the format as always. */
export type LineOptions = {readonly format: string; readonly idle: string | null};

/** The line, without its end. */
export const lineOf = ({format, idle}: LineOptions, facts: LineFacts): string =>
	idle !== null && facts.activity.streamCount === 0 ? idle : fillLine(format, facts);
