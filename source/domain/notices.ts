/** What a rule can watch, in the order of the reference. */
export const noticeKinds = ['streams', 'transcodes', 'wan', 'buffering', 'lost', 'record', 'run-failed'] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** What is measured, and held against a mark. */
export const isMeasured = (kind: NoticeKind): kind is 'streams' | 'transcodes' | 'wan' =>
	kind === 'streams' || kind === 'transcodes' || kind === 'wan';

/** What lasts, so that it can be waited whether it does; the others happen. */
export const mayLast = (kind: NoticeKind): boolean => kind !== 'record' && kind !== 'run-failed';

/** When something is to be told. */
export type NoticeRule = {
	readonly when: NoticeKind;
	/** Streams, transcodes, or Mb/s; null: nothing is measured. */
	readonly above: number | null;
	/** How long it must go on before it is told. */
	readonly forSeconds: number;
};

/** Something that a rule was for, or its end. Its texts are clean, and there is no secret in it. */
export type Notice = {
	readonly kind: NoticeKind | 'test';
	/** True: what was told before is over. */
	readonly back: boolean;
	/** What people read, without a full stop. */
	readonly text: string;
	/** Whose name stands in the text; null: nobody's. */
	readonly who: string | null;
	/** What the server is called among several; null: there is no list of them. */
	readonly server: string | null;
	/** Unix seconds. */
	readonly at: number;
	readonly values: Readonly<Record<string, number | string>>;
};

/** How screens tell it. */
export type NoticeWays = {readonly bell: boolean; readonly desktop: boolean};

/** Its words where several servers may tell something. */
export const noticeText = ({server, text}: Pick<Notice, 'server' | 'text'>): string =>
	server === null ? text : `${server}: ${text}`;
