import {formatWhen} from '../canvas/clock.ts';
import {formatBytes, formatCount, plural} from '../canvas/format.ts';
import type {RecentAnswer, RecentTitle} from '../domain/plays/recent.ts';
import {shownTitle} from '../domain/text/text.ts';
import {listView} from './plan/list-view.ts';
import {amountWords, ofAll, sentence, windowWords} from './plan/words.ts';
import {keyValue} from './plays/named-view.ts';

/** More would be a library, not what is new in it. */
const mostRows = 500;

/** Is the new watched: what was added lately, and by how many people it was seen since. */
export const recent = listView<RecentAnswer, RecentTitle>({
	name: 'recent',
	title: 'Recently added',
	short: 'Added',
	summary: 'what was added lately, and whether anyone has watched it',
	takes: {window: 'any', narrowing: true},
	ask: ({sources, query, form, signal}) =>
		sources.recent(
			{window: query.window, where: query.where, limit: form === 'report' ? Number.MAX_SAFE_INTEGER : mostRows},
			signal,
		),
	coverage: ({coverage}) => coverage,
	rows: ({rows}) => rows,
	key: ({ratingKey, sectionId}) => `${sectionId} ${ratingKey}`,
	columns: [
		{
			id: 'added',
			heading: 'added',
			value: ({addedAt}) => addedAt,
			show: ({addedAt}, {now, zone}) => formatWhen(addedAt, now, zone),
			align: 'left',
			first: 'down',
		},
		{id: 'rating_key', value: ({ratingKey}) => keyValue(ratingKey)},
		{
			id: 'title',
			heading: 'title',
			value: ({title}) => title,
			show: ({title}) => shownTitle(title),
			grows: true,
			atMost: 60,
		},
		{id: 'type', heading: 'type', value: ({type}) => type, dropAt: 5},
		{id: 'library', heading: 'library', value: ({library}) => library, dropAt: 4, atMost: 16},
		{
			id: 'items',
			heading: 'items',
			value: ({items}) => items,
			show: ({items}, {glyphs}) => formatCount(items, glyphs),
			dropAt: 2,
		},
		{
			id: 'size',
			heading: 'size',
			value: ({size}) => size,
			show: ({size}) => (size === null ? '' : formatBytes(size)),
			align: 'right',
			dropAt: 1,
		},
		{
			id: 'total_plays',
			heading: 'plays',
			value: ({plays}) => plays,
			show: ({plays}, {glyphs}) => formatCount(plays, glyphs),
		},
		{
			id: 'users',
			heading: 'watched by',
			value: ({users}) => users,
			show: ({users}, {glyphs}) => (users === 0 ? 'nobody' : plural(users, 'user', 'users', glyphs)),
			align: 'right',
		},
		{
			id: 'last',
			heading: 'last',
			value: ({lastAt}) => lastAt,
			show: ({lastAt}, {now, zone}) => (lastAt === null ? '' : formatWhen(lastAt, now, zone)),
			align: 'left',
			dropAt: 3,
		},
	],
	empty: (_, scene) => `Nothing was added in ${windowWords(scene.query.window, scene)}.`,
	note: ({total, unwatched}, rows, scene) =>
		[
			ofAll(rows.length, plural(total, 'title', 'titles', scene.glyphs), total, scene),
			unwatched === 0 ? '' : `${formatCount(unwatched, scene.glyphs)} not watched yet`,
			windowWords(scene.query.window, scene),
		]
			.filter(Boolean)
			.join(', '),
	enter: ({ratingKey, title}) => ({view: 'title', subject: {id: ratingKey, name: shownTitle(title)}}),
	lead: ({total, unwatched}, _, scene) =>
		`${plural(total, 'title', 'titles', scene.glyphs)} added in ${windowWords(scene.query.window, scene)}, ${unwatched} not watched yet.`,
	speak: ({title, addedAt, plays, users}, {now, zone, glyphs}) =>
		sentence(
			shownTitle(title),
			`added ${formatWhen(addedAt, now, zone)}`,
			users === 0
				? 'watched by nobody'
				: `${amountWords(plays, 'plays', glyphs)} by ${plural(users, 'user', 'users', glyphs)}`,
		),
});
