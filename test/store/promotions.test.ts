import {expect, test} from 'vitest';
import type {Promoted} from '../../source/domain/collection.ts';
import {films, sampleCollection} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const flags = (letters: string): Promoted | null =>
	letters === '?'
		? null
		: {home: letters.includes('h'), shared: letters.includes('s'), recommended: letters.includes('r')};

const letters = (promoted: Promoted | null): string =>
	promoted === null
		? '?'
		: `${promoted.home ? 'h' : ''}${promoted.shared ? 's' : ''}${promoted.recommended ? 'r' : ''}`;

/** A look at an hour: flags as letters, `?` for a refused read, `gone` for a listing without the collection. */
type Look = readonly [hour: number, found: string];
/** First and last hour of a span, and its flags. */
type Span = readonly [first: number, last: number, found: string];

test.each<[name: string, looks: Look[], spans: Span[]]>([
	['one look is a span of no length', [[0, 'h']], [[0, 0, 'h']]],
	[
		'equal flags prolong it',
		[
			[0, 'h'],
			[1, 'h'],
			[2, 'h'],
		],
		[[0, 2, 'h']],
	],
	[
		'other flags begin a new one',
		[
			[0, ''],
			[1, 'hsr'],
			[2, 'hsr'],
			[3, ''],
		],
		[
			[0, 0, ''],
			[1, 2, 'hsr'],
			[3, 3, ''],
		],
	],
	[
		'48 hours of silence are bridged',
		[
			[0, 'h'],
			[48, 'h'],
		],
		[[0, 48, 'h']],
	],
	[
		'more is unknown',
		[
			[0, 'h'],
			[48.5, 'h'],
		],
		[
			[0, 0, 'h'],
			[48.5, 48.5, 'h'],
		],
	],
	[
		'a refused read is unknown, and ends the span',
		[
			[0, 'h'],
			[1, '?'],
			[2, '?'],
			[3, 'h'],
		],
		[
			[0, 0, 'h'],
			[1, 2, '?'],
			[3, 3, 'h'],
		],
	],
	[
		'a collection that was gone in between begins anew',
		[
			[0, 'h'],
			[1, 'gone'],
			[2, 'h'],
			[3, 'h'],
		],
		[
			[0, 0, 'h'],
			[2, 3, 'h'],
		],
	],
])('%s', (_, looks, spans) => {
	const {store} = tempStore();
	for (const [hour, found] of looks) {
		const one = found === 'gone' ? [] : [sampleCollection('1', {promoted: flags(found)})];
		saveRun(store, {
			at: noon + hour * 3600,
			listings: [{section: films, collections: [...one, sampleCollection('2')]}],
		});
	}
	expect(
		store.promotions
			.intervals(films.uuid, '1')
			.map(({firstSeen, lastSeen, promoted}) => [
				(firstSeen - noon) / 3600,
				(lastSeen - noon) / 3600,
				letters(promoted),
			]),
	).toEqual(spans);
});
