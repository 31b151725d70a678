import type {Zone} from '../../canvas/clock.ts';
import {formatHours, plural} from '../../canvas/format.ts';
import {asciiGlyphs, type Glyphs} from '../../canvas/glyphs.ts';
import type {ServerStates} from '../../domain/server-state.ts';
import type {Frame} from '../components/pane.ts';

/** What sentences need to know beside their data. Times are Unix seconds. */
export type Voice = {
	readonly now: number;
	/** Of clocks; null: this machine's. */
	readonly zone: Zone;
	/** Of graphs; null: not known. */
	readonly graphZone: Zone;
	readonly names: Frame['names'];
	readonly servers: ServerStates;
	/** What is wrong with this machine's clock; null: nothing. */
	readonly clockTrouble: string | null;
};

/** Signs that a screen reader does not stumble over: no thin spaces inside numbers. */
export const spoken: Glyphs = {...asciiGlyphs, thousands: ''};

/** "1 play", "2090 plays". */
export const countWords = (count: number, one: string, many: string): string => plural(count, one, many, spoken);

/** Seconds as "301 hours". */
export const hoursWords = (seconds: number): string => formatHours(seconds, spoken).replace(/ h$/, ' hours');

/** Parts of a sentence that are not empty, with commas between them and a full stop behind the last. */
export const sentence = (...parts: readonly string[]): string => {
	const words = parts.filter(Boolean).join(', ');
	return /[.!?]$/.test(words) ? words : `${words}.`;
};
