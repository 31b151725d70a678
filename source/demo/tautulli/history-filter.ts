import type {HistoryRow} from '../world/history.ts';
import type {Plan} from '../world/plan.ts';
import type {World} from '../world/world.ts';
import {dateText} from '../world/zone.ts';
import {aboveOf} from './metadata.ts';
import {listOf, type Params} from './params.ts';

type Test = (plan: Plan) => boolean;

/** The fields that a list of values may be asked for. */
const values: Readonly<Record<string, (plan: Plan) => string>> = {
	user: ({user}) => user.username,
	user_id: ({user}) => String(user.userId),
	parent_rating_key: ({item}) => String(aboveOf(item).parent?.key ?? ''),
	grandparent_rating_key: ({item}) => String(aboveOf(item).grandparent?.key ?? ''),
	section_id: ({item}) => String(item.sectionId),
	transcode_decision: ({decision}) => decision,
};

const equalityTests = (params: Params): Test[] =>
	Object.entries(values).flatMap(([name, read]) => {
		const wanted = listOf(params, name);
		if (wanted === null) return [];
		const set = new Set(wanted);
		return [(plan: Plan) => set.has(read(plan))];
	});

/** A collection's key means its members: their own keys, their seasons', their shows'. */
const keyTest = (world: World, params: Params): Test[] => {
	const wanted = listOf(params, 'rating_key');
	if (wanted === null) return [];
	if (params.get('media_type') !== 'collection') return [({item}) => wanted.includes(String(item.key))];
	const members = world.collections.filter(({key}) => wanted.includes(String(key))).flatMap(found => found.members);
	const keys = new Set(members.map(({key}) => key));
	return [
		({item}) => {
			const {parent, grandparent} = aboveOf(item);
			return keys.has(item.key) || keys.has(parent?.key ?? -1) || keys.has(grandparent?.key ?? -1);
		},
	];
};

const typeTest = (params: Params): Test[] => {
	const wanted = listOf(params, 'media_type');
	return wanted === null || wanted.includes('collection') ? [] : [({item}) => wanted.includes(item.type)];
};

const guidTest = (params: Params): Test[] => {
	const start = params.get('guid')?.split('?')[0];
	return start ? [({item}) => item.guid.startsWith(start)] : [];
};

/** Filters that running streams go through too. */
export const planTests = (world: World, params: Params): readonly Test[] => [
	...equalityTests(params),
	...keyTest(world, params),
	...typeTest(params),
	...guidTest(params),
];

/** Dates are compared as text, unchecked, with the local date of the start, bounds included. */
export const dateTest = (params: Params): ((day: number) => boolean) => {
	const [after, before, on] = [params.get('after'), params.get('before'), params.get('start_date')];
	return day => {
		const date = dateText(day);
		return (!after || date >= after) && (!before || date <= before) && (!on || date === on);
	};
};

/** True where a date is asked for. */
export const hasDates = (params: Params): boolean => ['after', 'before', 'start_date'].some(name => params.get(name));

/** The smallest list that holds all rows that are asked for: Tautulli has indexes on these too. */
export const candidateRows = ({history}: World, params: Params): readonly HistoryRow[] => {
	const [user, item, show] = ['user_id', 'rating_key', 'grandparent_rating_key'].map(name => listOf(params, name));
	if (user?.length === 1) return history.byUser(Number(user[0]));
	if (item?.length === 1 && params.get('media_type') !== 'collection') return history.byItem(Number(item[0]));
	return show?.length === 1 ? history.byItem(Number(show[0])) : history.rows;
};

/** True where a list is longer than SQLite takes: Tautulli then answers nothing, and calls it success. */
export const hasTooLongList = (params: Params): boolean =>
	[...Object.keys(values), 'rating_key', 'reference_id'].some(name => (listOf(params, name)?.length ?? 0) > 1000);
