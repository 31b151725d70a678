import {progressBar} from '../canvas/bars.ts';
import {formatMegabits, plural} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import {type Upload, uploadOf} from '../views/plan/upload.ts';
import {dataOf} from './feeds/reading.ts';
import type {WindowClass} from './layout.ts';
import type {Shell} from './shell.ts';

/** True where there is no room for names and units. */
export const isNarrow = (windowClass: WindowClass): boolean => windowClass === 'tiny' || windowClass === 'small';

/** Cells of the meter of the upload; 0: numbers alone. */
const meterCells: Readonly<Record<WindowClass, number>> = {tiny: 0, small: 0, base: 0, wide: 10, large: 20};

const meter = ({share, role}: Upload, cells: number, {glyphs}: Shell): Row =>
	share === null || cells === 0 ? [] : [...progressBar(share, cells, glyphs, role), {text: ' '}];

/** What goes out over the internet, with its meter, then without. */
const uploadParts = (kbps: number, windowClass: WindowClass, shell: Shell): readonly Row[] => {
	const upload = uploadOf(kbps, shell.state.settings?.uploadMbps ?? null, shell.glyphs);
	const cells = meterCells[windowClass];
	const bare: Row = [{text: 'WAN '}, ...upload.words];
	return cells === 0 || upload.share === null
		? [bare]
		: [[{text: 'WAN '}, ...meter(upload, cells, shell), ...upload.words], bare];
};

const apart = (parts: readonly Row[], gap: number): Row =>
	parts.flatMap((part, index): Row => (index === 0 ? part : [{text: ' '.repeat(gap)}, ...part]));

/** What there is to say of the streams, in ever fewer words: the first form that has room is taken. */
export const countForms = (shell: Shell, windowClass: WindowClass): readonly Row[] => {
	const data = dataOf(shell.activity);
	if (!data) return [[]];
	const {streamCount, transcodeCount, bandwidthKbps} = data;
	const {total, lan, wan} = bandwidthKbps;
	const streams: Row = [{text: plural(streamCount, 'stream', 'streams', shell.glyphs), role: 'bold'}];
	if (streamCount === 0) return [streams];
	const counts: Row = transcodeCount > 0 ? [...streams, {text: `  ${transcodeCount} transcode`}] : streams;
	const unit = windowClass === 'tiny' ? '' : ' Mb/s';
	const rate: readonly Row[] = total === null ? [] : [[{text: `${formatMegabits(total)}${unit}`}]];
	const gap = isNarrow(windowClass) ? 2 : 3;
	const lans: readonly Row[] = windowClass === 'large' && lan ? [[{text: `LAN ${formatMegabits(lan)}`}]] : [];
	const wans = wan && !isNarrow(windowClass) ? uploadParts(wan, windowClass, shell) : [];
	const isLimited = (shell.state.settings?.uploadMbps ?? null) !== null;
	return [
		...wans.slice(0, 1).map(each => apart([counts, ...rate, ...lans, each], gap)),
		...wans.map(each => apart([counts, ...rate, each], gap)),
		// Where there is a limit, what is near it says more than the sum.
		...(isLimited ? wans.slice(-1).map(each => apart([counts, each], gap)) : []),
		apart([counts, ...rate], gap),
		counts,
		streams,
	];
};
