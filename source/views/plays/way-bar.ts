import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Row} from '../../canvas/row.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import {percentages} from '../../stats/percentages.ts';

/** How something was played; null: not known. */
export type Ways = {
	readonly directPlay: number | null;
	readonly directStream: number | null;
	readonly transcode: number | null;
};

const names = ['direct play', 'copy', 'transcode'] as const;

/** Cells of a bar of the ways to play. */
const cells = 12;

/** The ways to play as parts of one bar: by colour, and by pattern where there is none. Empty where one is not known. */
export const wayBar = ({directPlay, directStream, transcode}: Ways, glyphs: Glyphs): Row => {
	if (directPlay === null || directStream === null || transcode === null) return [];
	return percentages([directPlay, directStream, transcode], cells).flatMap((width, index) => {
		const [name, pattern] = [names[index], glyphs.ways[index]];
		if (name === undefined || pattern === undefined || width === 0) return [];
		return [{text: (glyphs.painted ? (glyphs.lines.at(-1) ?? pattern) : pattern).repeat(width), role: roleOfWay(name)}];
	});
};
