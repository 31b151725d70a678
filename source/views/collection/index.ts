import {plural} from '../../canvas/format.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {flagsOf, shownJson} from '../collections/promotion.ts';
import {liftJson} from '../lift/json.ts';
import {liftText} from '../lift/numbers.ts';
import {verdictWords} from '../lift/words.ts';
import {listView} from '../plan/list-view.ts';
import {amountWords, sentence, windowWords} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import {askCollection, type OneCollection} from './data.ts';
import {placesWords} from './facts.ts';
import {headRows} from './head.ts';
import {neverPlayed, type TitleRow, titleColumns} from './titles.ts';

/** One collection: where it is promoted, how it went, and which of its titles are watched. */
export const collection = listView<OneCollection, TitleRow>({
	name: 'collection',
	title: 'Collection',
	summary: 'one collection: its places, its trend, who watches, its titles, what lies idle',
	takes: {
		window: 'any',
		past: true,
		measure: ['plays', 'duration', 'users'],
		narrowing: true,
		subject: {usage: 'NAME', kind: 'collection'},
	},
	ask: askCollection,
	coverage: ({coverage}) => coverage,
	rows: ({titles}) => titles,
	key: ({key}) => key,
	columns: titleColumns,
	ranked: ({query}) => ({plays: 'total_plays', duration: 'total_duration', users: 'users'})[query.measure],
	empty: (_, scene) => `None of its titles was played in ${windowWords(scene.query.window, scene)}.`,
	note: ({row}, _, scene) => `${row.snapshot.libraryName}, ${windowWords(scene.query.window, scene)}`,
	above: (data, _, canvas) => headRows(data, canvas),
	ruled: true,
	enter: ({key, name}) => ({view: 'title', subject: {id: key, name: shownTitle(name)}}),
	lead: ({row, lift, shown}, rows, scene) =>
		sentence(
			shownTitle(row.snapshot.collectionName),
			placesWords(flagsOf(shown, row.snapshot.promoted), scene),
			plural(rows.length, 'title', 'titles', scene.glyphs),
			lift ? `lift ${liftText(lift, scene.glyphs.times)}` : '',
			lift ? verdictWords(lift) : '',
		),
	speak: ({name, plays}, {glyphs}) => sentence(name, amountWords(plays, 'plays', glyphs)),
	jsonName: 'titles',
	behind: ({lift, shown, titles, watchers}) => {
		const never = neverPlayed(titles);
		return {
			...shownJson(shown),
			never_played: never.titles,
			never_played_size: never.size,
			watched_by: watchers.map(({key, name, plays}) => ({user_id: keyValue(key), name, plays})),
			lift: lift && liftJson(lift),
		};
	},
});
