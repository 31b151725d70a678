import {AppError} from '../../source/domain/app-error.ts';
import type {Collection, Member, Promoted} from '../../source/domain/collection.ts';
import type {Leaf} from '../../source/domain/leaf.ts';
import type {Section} from '../../source/domain/library.ts';
import type {Days, WindowTotal} from '../../source/domain/period.ts';
import type {PlexClient} from '../../source/plex/client.ts';
import type {ItemStatsRequest, TautulliClient} from '../../source/tautulli/client.ts';

/** What both servers know. Change it in a test, or replace single methods of the clients by spreading. */
export type FakeWorld = {
	sections: Section[];
	collections: Collection[];
	/** Keys of the members by key of the collection. */
	members: Record<string, string[]>;
	/** What can be played. */
	leaves: Leaf[];
	/** Members as Tautulli sees them, where that is not what Plex says. */
	children: Record<string, string[]>;
	/** Plays by key of the item; a play lasts 100 seconds. */
	plays: Record<string, number>;
	flags: Record<string, Promoted>;
	connected: boolean | null;
	/** Every question, such as "plex collections 1". */
	asked: string[];
};

export const createFakeWorld = (world: Partial<FakeWorld> = {}): FakeWorld => ({
	sections: [],
	collections: [],
	members: {},
	leaves: [],
	children: {},
	plays: {},
	flags: {},
	connected: true,
	asked: [],
	...world,
});

/** The plays of a window: all of them in all time, a share of them in days. */
const playsIn = (plays: number, days: Days): number => (days === 0 ? plays : Math.floor((plays * days) / 1000));

export const windowIn = (plays: number, days: Days): WindowTotal => ({
	days,
	plays: playsIn(plays, days),
	playedSeconds: playsIn(plays, days) * 100,
	users: null,
});

const member = (ratingKey: string): Member => ({
	ratingKey,
	type: 'movie',
	title: `Item ${ratingKey}`,
	guid: `plex://movie/${ratingKey}`,
});

const checkSignal = (signal: AbortSignal | undefined): void => {
	if (signal?.aborted) throw new AppError('cancelled', 'Cancelled.');
};

const refuse = (): never => {
	throw new Error('No run asks this.');
};

export const createFakePlex = (world: FakeWorld): PlexClient => {
	const ask = (question: string, signal: AbortSignal | undefined): void => {
		checkSignal(signal);
		world.asked.push(`plex ${question}`);
	};
	return {
		ping: refuse,
		getSections: async signal => {
			ask('sections', signal);
			return world.sections;
		},
		getCollections: async ({sectionId}, signal) => {
			ask(`collections ${sectionId}`, signal);
			return world.collections.filter(one => one.sectionId === sectionId);
		},
		getLeaves: async (section, signal) => {
			ask(`leaves ${section.sectionId}`, signal);
			return world.leaves.filter(({sectionId}) => sectionId === section.sectionId);
		},
		getMembers: async (ratingKey, signal) => {
			ask(`members ${ratingKey}`, signal);
			return (world.members[ratingKey] ?? []).map(member);
		},
		getBandwidth: refuse,
		getPromotions: async (sectionId, signal) => {
			ask(`promotions ${sectionId}`, signal);
			return new Map(Object.entries(world.flags).map(([key, promoted], index) => [key, {promoted, row: index + 1}]));
		},
		listen: refuse,
	};
};

export const createFakeTautulli = (world: FakeWorld): TautulliClient => {
	const ask = (question: string, signal: AbortSignal | undefined): void => {
		checkSignal(signal);
		world.asked.push(`tautulli ${question}`);
	};
	const childrenOf = (ratingKey: string): string[] => world.children[ratingKey] ?? world.members[ratingKey] ?? [];
	const playsOf = ({ratingKey, mediaType}: ItemStatsRequest): number =>
		mediaType === 'collection'
			? childrenOf(ratingKey).reduce((sum, key) => sum + (world.plays[key] ?? 0), 0)
			: (world.plays[ratingKey] ?? 0);
	return {
		ping: refuse,
		getResolutions: refuse,
		getStreamData: refuse,
		getStreamStarts: refuse,
		terminateSession: refuse,
		getServerStatus: async signal => {
			ask('status', signal);
			return world.connected;
		},
		getActivity: refuse,
		getLiveTv: refuse,
		getMediaType: refuse,
		getLibraries: async signal => {
			ask('libraries', signal);
			return world.sections.map(({sectionId, name, type}) => ({sectionId, name, type, count: 10}));
		},
		getItemStats: async (request, signal) => {
			ask(`stats ${request.mediaType ?? 'item'} ${request.ratingKey} ${request.days.join()}`, signal);
			return request.days.map(days => windowIn(playsOf(request), days));
		},
		getUsers: refuse,
		getPlaysByDate: refuse,
		getPlaysByHourOfDay: refuse,
		getPlaysByStreamType: refuse,
		getCollections: async ({sectionId}, signal) => {
			ask(`collections ${sectionId}`, signal);
			return world.collections
				.filter(one => one.sectionId === sectionId)
				.map(one => ({...one, sectionUuid: '', promoted: null, source: 'tautulli'}));
		},
		getChildren: async (ratingKey, _mediaType, signal) => {
			ask(`children ${ratingKey}`, signal);
			return childrenOf(ratingKey).map(member);
		},
	};
};
