/** What the input is in the middle of. */
export type InputState =
	| {readonly kind: 'keys'}
	/** `ended`: the string that this Esc may end, empty unless it is an OSC; null: none. */
	| {readonly kind: 'escape'; readonly ended: string | null}
	/** CSI or SS3, as far as it has come, without its Esc. */
	| {readonly kind: 'sequence'; readonly text: string}
	/** The coordinates of an X10 mouse report. */
	| {readonly kind: 'mouse'; readonly left: number}
	/** OSC, DCS, APC, PM, SOS; the text of an OSC only. */
	| {readonly kind: 'string'; readonly isOsc: boolean; readonly text: string}
	/** `matched`: how much of the end marker has come. */
	| {readonly kind: 'paste'; readonly matched: number};

export const pasteEnd = '\u001B[201~';

const pasteSilenceMs = 1000;
const silenceMs = 2000;
/** No sequence lasts longer, however steadily its bytes come. */
const longestMs = 10_000;

/** When silence cuts this: it began and was fed last at these monotonic milliseconds. Null: nothing to cut. */
export const cutAt = ({kind}: InputState, startedAt: number, fedAt: number, escapeMs: number): number | null => {
	switch (kind) {
		case 'keys':
			return null;
		case 'escape':
			return fedAt + escapeMs;
		case 'paste':
			return fedAt + pasteSilenceMs;
		default:
			return Math.min(fedAt + silenceMs, startedAt + longestMs);
	}
};
