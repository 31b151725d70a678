import {formatCount, plural} from '../../canvas/format.ts';
import {collectionKey} from '../../domain/collection.ts';
import {asTyped} from '../../domain/command-flags.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {worthOf} from '../../stats/promotion/worth.ts';
import {placeLetters} from '../collections/columns.ts';
import {flagsOf, shownWords} from '../collections/promotion.ts';
import {liftFlags} from '../lift/ask.ts';
import {liftJson} from '../lift/json.ts';
import {liftSpan, liftText} from '../lift/numbers.ts';
import {type Column, listView} from '../plan/list-view.ts';
import {paragraphRows, sentence, windowWords} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import {askWorst, playedDays, type WorstData, type WorstItem, worstItems} from './data.ts';
import {answerWords, whySentences, whyWords} from './words.ts';

const columns: readonly Column<WorstItem>[] = [
	{
		id: 'worth',
		heading: 'worth',
		value: worthOf,
		show: item => {
			const worth = worthOf(item);
			return [{text: worth, role: worth === 'could go' ? 'bold' : worth === 'perhaps' ? 'plain' : 'dim'}];
		},
	},
	{
		id: 'collection',
		heading: 'collection',
		value: ({lift}) => lift.title,
		show: ({lift}) => shownTitle(lift.title),
		grows: true,
		atMost: 48,
	},
	{
		id: 'plex_library',
		heading: 'library',
		value: ({lift}) => lift.libraryName,
		dropAt: 6,
		atMost: 14,
		when: rows => new Set(rows.map(({lift}) => lift.libraryName)).size > 1,
	},
	{id: 'rating_key', value: ({lift}) => keyValue(lift.ratingKey)},
	{
		id: 'on',
		heading: 'on',
		value: () => null,
		show: ({shown}, scene) => placeLetters(flagsOf(shown, null), scene),
		dropAt: 2,
		exported: false,
	},
	{
		id: 'promoted',
		heading: 'promoted',
		value: ({shown}) => shown.periods.at(-1)?.from ?? null,
		show: ({shown}, scene) => shownWords(shown, scene),
		align: 'left',
		dropAt: 5,
		exported: false,
	},
	{
		id: 'total_plays',
		heading: 'plays',
		value: ({plays}) => plays,
		show: ({plays}, {glyphs}) => (plays === null ? '?' : formatCount(plays, glyphs)),
		align: 'right',
		first: 'up',
		dropAt: 3,
	},
	{
		id: 'high',
		heading: 'lift',
		value: ({lift}) => lift.high,
		show: ({lift}, {glyphs}) => (lift.reason === null ? [liftSpan(lift, glyphs)] : '?'),
		align: 'left',
		first: 'up',
		dropAt: 1,
	},
	{id: 'lift', value: ({lift}) => lift.lift},
	{id: 'low', value: ({lift}) => lift.low},
	{id: 'reason', value: ({lift}) => lift.reason},
	{id: 'words', heading: 'why', value: whyWords, align: 'left', dropAt: 4},
];

/** What to take off the Home: what is shown there, the worst first, each with a word and its reason. */
export const worst = listView<WorstData, WorstItem>({
	name: 'worst',
	title: 'Take off Home',
	summary: 'what to take off the Home: what is shown there, the worst first',
	help: `A collection could go where its lift lies below 1 with its whole interval, or where nobody played it in ${playedDays} days while it was shown for at least half of them.`,
	takes: {flags: liftFlags},
	ask: askWorst,
	coverage: ({answer}) => answer.coverage,
	rows: (data, {now}) => worstItems(data, now),
	key: ({lift}) => collectionKey(lift),
	columns,
	ranked: () => 'worth',
	empty: (_, {commandFlags}) =>
		asTyped(
			'Nothing is known to be on Home. tautop collect reads the collections, tautop look notes what is promoted.',
			commandFlags,
		),
	note: ({answer: {days}}, rows, scene) =>
		`${rows.length} on Home, lift of ${windowWords({days}, scene)}, plays of ${playedDays}`,
	above: (data, _, canvas) => paragraphRows([sentence(answerWords(worstItems(data, canvas.now)))], canvas),
	ruled: true,
	below: (item, _, canvas, room) => {
		const rows = paragraphRows(whySentences(item), canvas);
		return rows.length >= room ? [] : [[], ...rows];
	},
	enter: ({lift: {ratingKey, title}}) => ({view: 'collection', subject: {id: ratingKey, name: shownTitle(title)}}),
	lead: (data, _, {now}) => sentence(answerWords(worstItems(data, now))),
	speak: (item, {glyphs}) =>
		sentence(
			shownTitle(item.lift.title),
			worthOf(item),
			whyWords(item),
			item.lift.reason === null ? `lift ${liftText(item.lift, glyphs.times)}` : '',
			item.plays === null ? '' : plural(item.plays, 'play', 'plays', glyphs),
		),
	beside: ({answer}) => ({days: answer.days, plays_days: playedDays}),
	jsonName: 'collections',
	json: item => ({
		collection: item.lift.title,
		plex_library: item.lift.libraryName,
		rating_key: keyValue(item.lift.ratingKey),
		worth: worthOf(item),
		why: whyWords(item),
		total_plays: item.plays,
		lift: liftJson(item.lift),
	}),
});
