import {formatWhen} from '../../canvas/clock.ts';
import {formatCount, formatHoursAlone, plural} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Measure} from '../../domain/media.ts';
import {handful} from '../../domain/plays/handful.ts';
import type {NarrowingKind} from '../../domain/plays/narrowing.ts';
import type {NameGroup} from '../../domain/plays/plays.ts';
import {shownName, shownTitle} from '../../domain/text/text.ts';
import {type Column, listView} from '../plan/list-view.ts';
import {playerName} from '../plan/player-name.ts';
import type {Takes} from '../plan/query.ts';
import type {Scene} from '../plan/scene.ts';
import {shareWords} from '../plan/shares.ts';
import type {Step, View} from '../plan/view.ts';
import {amountWords, nothingWords, ofAll, personName, sentence, windowWords} from '../plan/words.ts';
import {askNamed, type NamedRow, type NamedRows, weight} from './named-rows.ts';
import {wayBar} from './way-bar.ts';

/** A list of names by what was played of them. */
export type NamedPlan = {
	readonly name: string;
	readonly title: string;
	readonly short?: string;
	readonly summary: string;
	readonly by: NameGroup;
	/** The kind that a row narrows by. */
	readonly kind: NarrowingKind;
	/** JSON names of what tells a row and of its name; the same where the name tells it. */
	readonly keyId: string;
	readonly nameId: string;
	readonly heading: string;
	/** What the rows are called: one, many. */
	readonly words: readonly [string, string];
	readonly measures: readonly Measure[];
	/** The screen tells users too, whatever is counted. */
	readonly hasUsers?: boolean;
	/** Columns of its own behind the others. */
	readonly extra?: readonly Column<NamedRow>[];
	/** Names of people are shown as the configuration says. */
	readonly isPerson?: boolean;
	/** So are those of devices, which people call after themselves. */
	readonly enter?: (row: NamedRow, scene: Scene) => Step;
};

/** A key is a number in JSON where Tautulli has one; what has none is null. */
export const keyValue = (key: string): number | string | null => {
	if (key === '') return null;
	return /^-?\d+$/.test(key) ? Number(key) : key;
};

type Way = 'directPlay' | 'directStream' | 'transcode';

const ways: readonly Way[] = ['directPlay', 'directStream', 'transcode'];

/** The share of one way to play, beside those of the others and of what is not known; of a handful the count. */
const share = (row: NamedRow, way: Way, glyphs: Glyphs): string => {
	if (row.plays === 0) return '';
	if (row.plays < handful) return formatCount(row[way], glyphs);
	const known = ways.map(each => row[each]);
	const unknown = row.plays - known.reduce((sum, each) => sum + each, 0);
	return shareWords([...known, unknown])[ways.indexOf(way)] ?? '';
};

const numbers = (plan: NamedPlan): readonly Column<NamedRow>[] => [
	{
		id: 'total_plays',
		heading: 'plays',
		bar: true,
		value: row => row.plays,
		show: (row, {glyphs}) => formatCount(row.plays, glyphs),
	},
	{
		id: 'total_duration',
		heading: 'hours',
		value: row => row.playedSeconds,
		show: (row, {glyphs}) => formatHoursAlone(row.playedSeconds, glyphs),
	},
	{
		id: 'users',
		heading: 'users',
		value: row => row.users,
		when: rows => rows.some(({users}) => users !== null),
		exported: plan.measures.includes('users'),
	},
	{
		id: 'how',
		heading: 'how',
		value: row => (row.plays === 0 ? null : row.transcode / row.plays),
		show: (row, {glyphs}) => wayBar(row, glyphs),
		align: 'left',
		first: 'down',
		dropAt: 6,
		exported: false,
	},
	{
		id: 'direct_play',
		heading: 'direct play',
		value: row => row.directPlay,
		show: (row, {glyphs}) => share(row, 'directPlay', glyphs),
		dropAt: 4,
	},
	{
		id: 'direct_stream',
		heading: 'direct stream',
		value: row => row.directStream,
		show: (row, {glyphs}) => share(row, 'directStream', glyphs),
		dropAt: 5,
	},
	{
		id: 'transcode',
		heading: 'transcode',
		value: row => row.transcode,
		show: (row, {glyphs}) => share(row, 'transcode', glyphs),
		dropAt: 2,
	},
];

const last: Column<NamedRow> = {
	id: 'last',
	heading: 'last',
	value: row => row.lastAt,
	show: (row, {now, zone}) => (row.lastAt === null ? '' : formatWhen(row.lastAt, now, zone)),
	dropAt: 3,
};

const takes = (plan: NamedPlan): Takes => ({window: 'any', past: true, measure: plan.measures, narrowing: true});

const rankedBy: Readonly<Record<Measure, string>> = {plays: 'total_plays', duration: 'total_duration', users: 'users'};

/** A view of names: who or what was played most, each row opening its plays. */
export const namedView = (plan: NamedPlan): View => {
	const shown = plan.isPerson ? personName : plan.by === 'player' ? playerName : (name: string): string => name;
	const named = plan.by === 'title' ? shownTitle : shownName;
	const nameOf = (row: NamedRow, {names}: Scene): string => named(shown(row.name, names));
	const amountOf = (row: NamedRow, {query, glyphs}: Scene): string =>
		amountWords(weight(row, query.measure), query.measure, glyphs);
	return listView<NamedRows, NamedRow>({
		name: plan.name,
		title: plan.title,
		...(plan.short === undefined ? {} : {short: plan.short}),
		summary: plan.summary,
		takes: takes(plan),
		ask: asking =>
			askNamed(asking, plan.by, plan.hasUsers || (asking.form === 'report' && plan.measures.includes('users'))),
		coverage: ({coverage}) => coverage,
		rows: ({rows}) => rows,
		key: ({key}) => key,
		columns: [
			...(plan.keyId === plan.nameId ? [] : [{id: plan.keyId, value: (row: NamedRow) => keyValue(row.key)}]),
			{
				id: plan.nameId,
				heading: plan.heading,
				grows: true,
				atMost: 48,
				value: row => row.name,
				show: (row, scene) => `${nameOf(row, scene)}${row.deleted ? ' (deleted)' : ''}`,
			},
			...numbers(plan),
			...(plan.extra ?? []),
			last,
		],
		ranked: ({query}) => rankedBy[query.measure],
		empty: ({names}, scene) =>
			names > 0 && scene.own.filter !== '' ? `No ${plan.words[0]} is like that.` : nothingWords(scene),
		note: ({total, names}, rows, scene) => {
			const all = plural(names, plan.words[0], plan.words[1], scene.glyphs);
			return `${ofAll(rows.length, all, names, scene)}, ${amountWords(total.plays, 'plays', scene.glyphs)}, ${windowWords(scene.query.window, scene)}`;
		},
		enter: (row, scene) =>
			plan.enter?.(row, scene) ?? {view: 'history', where: {[plan.kind]: [{id: row.key, name: nameOf(row, scene)}]}},
		...(plan.isPerson ? {user: (row, scene) => ({id: row.key, name: nameOf(row, scene)})} : {}),
		lead: ({names}, rows, scene) => {
			const [first] = rows;
			const best = first ? `most ${nameOf(first, scene)}, ${amountOf(first, scene)}` : '';
			return sentence(
				`${plural(names, plan.words[0], plan.words[1], scene.glyphs)} in ${windowWords(scene.query.window, scene)}`,
				best,
			);
		},
		speak: (row, scene) => sentence(nameOf(row, scene), amountOf(row, scene)),
	});
};
