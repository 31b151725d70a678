import {plural} from '../../canvas/format.ts';
import {asciiGlyphs, type Glyphs} from '../../canvas/glyphs.ts';

/** Signs that a screen reader does not stumble over: no thin spaces inside numbers. */
export const spoken: Glyphs = {...asciiGlyphs, thousands: ''};

/** "1 play", "2090 plays". */
export const countWords = (count: number, one: string, many: string): string => plural(count, one, many, spoken);
