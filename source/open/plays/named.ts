import {nothing} from '../../domain/plays/play-columns.ts';
import type {PlayCount, PlayCounts, PlaysQuery} from '../../domain/plays/plays.ts';
import {measured} from '../../stats/graph-of.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

/** Rows of names beyond this are a list that nobody reads to its end. */
const mostRows = 1000;

/** The highest first, whole groups of a split together; then by key, so that the order never depends on the plays'. */
const ranked = (rows: readonly PlayCount[], {measure, limit = mostRows}: PlaysQuery): readonly PlayCount[] => {
	const sums = new Map<string, number>();
	for (const row of rows) sums.set(row.key, (sums.get(row.key) ?? 0) + measured(row, measure));
	const keys = [...sums.keys()]
		.sort((one, two) => (sums.get(two) ?? 0) - (sums.get(one) ?? 0) || (one < two ? -1 : 1))
		.slice(0, limit);
	const places = new Map(keys.map((key, place) => [key, place]));
	return rows
		.filter(({key}) => places.has(key))
		.toSorted((one, two) => (places.get(one.key) ?? 0) - (places.get(two.key) ?? 0));
};

type Named = {readonly name: string; readonly deleted: boolean};

const byNumber = (
	rows: readonly PlayCount[],
	nameOf: (id: number) => Named | undefined,
	{kind, isRead}: {readonly kind: string; readonly isRead: boolean},
): readonly PlayCount[] =>
	rows.map(({key, ...row}) => {
		const found = key === '' ? undefined : nameOf(Number(key));
		const unnamed = key === '' ? {name: `no ${kind}`, deleted: false} : {name: `${kind} ${key}`, deleted: isRead};
		return {...row, key, ...(found ?? unnamed)};
	});

/** Collections that nobody watched are rows too, as far as their members are known. */
const withUnwatched = (
	rows: readonly PlayCount[],
	read: ReadonlySet<number>,
	users: 0 | null,
): readonly PlayCount[] => {
	const watched = new Set(rows.map(({key}) => key));
	const others = [...read].map(String).filter(key => !watched.has(key));
	return [
		...rows,
		...others.map(key => ({
			key,
			name: '',
			kind: '',
			plays: 0,
			playedSeconds: 0,
			users,
			lastAt: null,
			deleted: false,
		})),
	];
};

/** What people call Tautulli's words. */
const words: Readonly<Record<string, string>> = {
	copy: 'direct stream',
	'': 'not known',
	episode: 'TV',
	movie: 'movies',
	track: 'music',
	live: 'live TV',
	lan: 'LAN',
	wan: 'WAN',
};

/** Rows with their names of today. */
const withNames = (
	chosen: readonly PlayCount[],
	query: PlaysQuery,
	mirror: Mirror,
	serverId: number,
): readonly PlayCount[] => {
	const numbers = (): number[] => chosen.map(({key}) => (key === '' ? nothing : Number(key)));
	switch (query.by) {
		case 'user': {
			const users = mirror.names.users(serverId);
			const nameOf = (id: number): Named | undefined => {
				const user = users.get(id);
				return user && {name: user.name, deleted: !user.known};
			};
			return byNumber(chosen, nameOf, {kind: 'user', isRead: users.size > 0});
		}
		case 'library': {
			const libraries = new Map(mirror.names.libraries(serverId).map(({sectionId, name}) => [Number(sectionId), name]));
			const nameOf = (id: number): Named | undefined => {
				const name = libraries.get(id);
				return name === undefined ? undefined : {name, deleted: false};
			};
			// Tautulli says 0 where it does not know the library.
			const known = chosen.map(row => (row.key === '0' ? {...row, key: ''} : row));
			return byNumber(known, nameOf, {kind: 'library', isRead: libraries.size > 0});
		}
		case 'title':
		case 'item': {
			const titles = mirror.names.titles(serverId, numbers());
			const nameOf = (id: number): Named | undefined => {
				const name = titles.get(id);
				return name === undefined ? undefined : {name, deleted: false};
			};
			return byNumber(chosen, nameOf, {kind: 'title', isRead: true});
		}
		case 'collection': {
			const names = mirror.collectionKeys.collectionNames();
			const nameOf = (id: number): Named | undefined => {
				const name = names.get(id);
				return name === undefined ? undefined : {name, deleted: false};
			};
			return byNumber(chosen, nameOf, {kind: 'collection', isRead: true});
		}
		default:
			return chosen.map(row => ({...row, name: words[row.key] ?? row.key}));
	}
};

/** The rows of names that are asked for, each with its name of today, and how many names there are in all. */
export const namedRows = (
	rows: readonly PlayCount[],
	query: PlaysQuery,
	mirror: Mirror,
	serverId: number,
): Pick<PlayCounts, 'rows' | 'names'> => {
	const all =
		query.by === 'collection'
			? withUnwatched(rows, mirror.collectionKeys.collectionsRead(), query.measure === 'users' ? 0 : null)
			: rows;
	const chosen = ranked(all, query);
	const names = new Set(all.map(({key}) => key)).size;
	return {rows: withNames(chosen, query, mirror, serverId), names};
};
