import type {Choice} from '../../domain/plays/narrowing.ts';
import type {Database} from '../database.ts';
import type {PlayedTitles} from './played-titles.ts';

/** What plays are played with: the columns of these names. */
const devices = ['platform', 'player', 'product'] as const;

type Device = (typeof devices)[number];

/** What the values of a narrowing are called. */
export type PlayChoices = {
	/** The one with the most plays first. */
	readonly devices: (serverId: number, column: Device) => readonly Choice[];
	readonly collections: () => readonly Choice[];
	/** Films, shows, artists, episodes and tracks whose title holds all words of the text; where none does, those that are like it. */
	readonly titles: (serverId: number, text: string) => readonly Choice[];
};

type NameRow = {readonly name: string; readonly plays: number};
type CollectionRow = {readonly rating_key: number; readonly title: string};
type TitleRow = {readonly key: number; readonly name: string; readonly plays: number};

const namesSql = (column: Device): string => `
SELECT ${column} AS name, count(*) AS plays FROM plays
WHERE server_id = ? AND ${column} IS NOT NULL AND ${column} <> '' GROUP BY ${column} ORDER BY plays DESC`;

/** A show has the name of its episodes' grandparent: both are what somebody may mean. */
const titlesSql = `
WITH found AS MATERIALIZED (
	SELECT rating_key, title, full_title, grandparent_rating_key, grandparent_title FROM plays INDEXED BY plays_by_title_id
	WHERE server_id = :server AND title_id IN (SELECT value FROM json_each(:titles))
)
SELECT key, name, sum(plays) AS plays FROM (
	SELECT grandparent_rating_key AS key, grandparent_title AS name, count(*) AS plays FROM found
	WHERE grandparent_rating_key IS NOT NULL GROUP BY 1, 2
	UNION ALL
	SELECT rating_key AS key, full_title AS name, count(*) AS plays FROM found
	WHERE rating_key IS NOT NULL GROUP BY 1, 2
) GROUP BY key ORDER BY plays DESC`;

const choiceOf = ({name}: NameRow): Choice => ({id: name, name});

export const createPlayChoices = (database: Database, playedTitles: PlayedTitles): PlayChoices => {
	const named = new Map(devices.map(device => [device, database.prepare<[number], NameRow>(namesSql(device))]));
	const collections = database.prepare<[], CollectionRow>('SELECT rating_key, title FROM collections ORDER BY title');
	const byTitle = database.prepare<[{server: number; titles: string}], TitleRow>(titlesSql);
	const titlesOf = (server: number, ids: readonly number[]): readonly Choice[] =>
		byTitle.all({server, titles: JSON.stringify(ids)}).map(({key, name}) => ({id: String(key), name}));
	return {
		devices: (serverId, device) => named.get(device)?.all(serverId).map(choiceOf) ?? [],
		collections: () => collections.all().map(({rating_key, title}) => ({id: String(rating_key), name: title})),
		titles: (serverId, text) => {
			const holding = titlesOf(serverId, playedTitles.withText(text));
			return holding.length > 0 ? holding : titlesOf(serverId, playedTitles.likeText(text));
		},
	};
};
