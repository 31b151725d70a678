/** What can happen that is worth a line, and how people call it. */
export const eventWords = {
	'tautulli-lost': 'Tautulli lost',
	'tautulli-back': 'Tautulli back',
	'plex-lost': 'Plex lost',
	'plex-back': 'Plex back',
	buffering: 'stalled',
	'slow-transcode': 'slow transcode',
	/** By somebody, from tautop. */
	stopped: 'stopped',
	record: 'record',
	/** What a rule of the configuration was for. */
	notice: 'notice',
	'run-ended': 'run',
	audit: 'numbers differ',
	history: 'history changed',
	database: 'database',
	/** Of a newer tautop. */
	other: 'other',
} as const satisfies Readonly<Record<string, string>>;

export type EventKind = keyof typeof eventWords;

const isKind = (text: string): text is EventKind => Object.hasOwn(eventWords, text);

/** All kinds, servers first. */
export const eventKinds: readonly EventKind[] = Object.keys(eventWords).filter(isKind);

/** As they were called once. */
const former: Readonly<Record<string, EventKind>> = {'slow transcode': 'slow-transcode'};

/** The kind of what is stored, whoever stored it. */
export const eventKindOf = (text: string): EventKind => (isKind(text) ? text : (former[text] ?? 'other'));

/** What is stored for a kind: as it is called, and was. */
export const storedKinds = (kind: EventKind): readonly string[] => [
	kind,
	...Object.keys(former).filter(name => former[name] === kind),
];

/** Something worth a line: a server lost or back, the end of a run, a stream seen buffering. */
export type StoredEvent = {readonly at: number; readonly kind: EventKind; readonly text: string};
