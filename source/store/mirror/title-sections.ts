import type {Database} from '../database.ts';
import type {PlayTitle} from './play-titles.ts';

/** The libraries that plays of each title were in, in the order of the titles; ids of sections, 0 where there was none. */
export type TitleSections = {
	/** Yields where the thread may be given back. */
	readonly of: (serverId: number, titles: readonly PlayTitle[]) => Generator<void, Array<ReadonlySet<number>>>;
};

const sectionsSql = `
SELECT DISTINCT key AS place, section_id FROM json_each(:titles)
CROSS JOIN plays INDEXED BY plays_by_title
	ON plays.server_id = :server AND plays.guid = value ->> 0 AND plays.rating_key IS value ->> 1
WHERE section_id IS NOT NULL`;

const titlesAtOnce = 200;

type Parameters = {readonly server: number; readonly titles: string};

export const createTitleSections = (database: Database): TitleSections => {
	const select = database.prepare<[Parameters], {place: number; section_id: number}>(sectionsSql);
	return {
		*of(serverId, titles) {
			const found = titles.map(() => new Set<number>());
			for (let at = 0; at < titles.length; at += titlesAtOnce) {
				const some = titles.slice(at, at + titlesAtOnce).map(({guid, ratingKey}) => [guid, ratingKey]);
				for (const {place, section_id: sectionId} of select.all({server: serverId, titles: JSON.stringify(some)})) {
					found[at + place]?.add(sectionId);
				}
				yield;
			}
			return found;
		},
	};
};
