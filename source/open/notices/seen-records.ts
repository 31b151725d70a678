import {formatDecimal, plural} from '../../canvas/format.ts';
import {glyphsFor} from '../../canvas/glyphs.ts';
import type {StreamFacts} from './seen.ts';

/** The most that was ever seen, and of how many minutes that is known. */
export type Most = {readonly transcoded: number | null; readonly wanKbps: number | null; readonly minutes: number};

/** Something that was never so much before. */
type SeenRecord = {
	readonly what: 'transcodes' | 'wan';
	readonly text: string;
	readonly values: Readonly<Record<string, number>>;
};

/** Whoever has looked for less than three days knows no records. */
const fewestMinutes = 3 * 1440;

/** One transcode alone is no record. */
const fewestTranscodes = 2;

const glyphs = glyphsFor(true);

const megabits = (kbps: number): number => Math.floor(kbps / 1000);

/** Tells when more is transcoded, or goes out, than was ever seen. `most`: what the database knows, asked once. */
export const createSeenRecords = (most: () => Most | null): ((facts: StreamFacts) => readonly SeenRecord[]) => {
	let before: Most | null = null;

	const transcodes = (count: number, known: Most): readonly SeenRecord[] => {
		const was = known.transcoded;
		if (was === null || count < fewestTranscodes || count <= was) return [];
		const text = `${plural(count, 'transcode', 'transcodes', glyphs)} at once, the most ever; before: ${was}`;
		return [{what: 'transcodes', text, values: {transcodes: count, before: was}}];
	};

	/** In whole Mb/s: a rate creeps up from answer to answer. */
	const rate = (kbps: number | null, known: Most): readonly SeenRecord[] => {
		const was = known.wanKbps;
		if (was === null || kbps === null || megabits(kbps) <= megabits(was)) return [];
		const [now, earlier] = [kbps, was].map(each => Math.round(each / 100) / 10);
		const text = `${formatDecimal(now ?? 0)} Mb/s go out, the most ever; before: ${formatDecimal(earlier ?? 0)}`;
		return [{what: 'wan', text, values: {mbps: now ?? 0, before: earlier ?? 0}}];
	};

	return facts => {
		before ??= most();
		if (before === null) return [];
		const known = before;
		before = {
			minutes: known.minutes,
			transcoded: Math.max(known.transcoded ?? 0, facts.transcodes),
			wanKbps: Math.max(known.wanKbps ?? 0, facts.wanKbps ?? 0),
		};
		if (known.minutes < fewestMinutes) return [];
		return [...transcodes(facts.transcodes, known), ...rate(facts.wanKbps, known)];
	};
};
