import {formatWhen} from '../canvas/clock.ts';
import type {Row} from '../canvas/row.ts';
import {isPromoted} from '../domain/collection.ts';
import type {PromotionSource, PromotionSpan} from '../domain/promotion.ts';
import type {Report} from './run/report.ts';

const columns = ['from', 'to', 'promoted', 'known_by'] as const;

const entryOf = ({from, to, shown, source}: PromotionSpan) => ({
	from: Math.floor(from),
	to: Math.floor(to),
	promoted: shown === 'somewhere' || isPromoted(shown),
	known_by: source,
});

const sourceWords: Readonly<Record<PromotionSource, string>> = {
	look: 'as Plex said',
	rotation: 'as homescreen-hero had it',
	stated: 'as somebody stated',
};

/** When a collection is known to have been shown, or not. */
export const reportShown = (title: string, spans: readonly PromotionSpan[]): Report => ({
	json: {collection: title, spans: spans.map(entryOf)},
	table: {columns, rows: spans.map(entryOf).map(entry => columns.map(name => entry[name]))},
	draw: ({now, zone}) => {
		if (spans.length === 0) return [[{text: `Nothing is known of where “${title}” was shown.`}]];
		const when = (at: number): string => formatWhen(at, now, zone);
		const rows = spans.map((span): Row => {
			const words = entryOf(span).promoted ? 'promoted' : 'nowhere';
			return [{text: `${when(span.from)} to ${when(span.to)}  ${words}, ${sourceWords[span.source]}`}];
		});
		return [...rows, [], [{text: 'For the times in between nothing is known.', role: 'dim'}]];
	},
});
