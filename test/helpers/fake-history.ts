import {secondsPerDay} from '../../source/domain/period.ts';
import type {Graph} from '../../source/domain/plays/graph.ts';
import type {MirrorPlay} from '../../source/domain/plays/mirror.ts';
import type {User} from '../../source/domain/user.ts';
import {dayText, localDay, offsetAt, type ZoneName} from '../../source/domain/zone.ts';
import type {
	HistoryMirrorClient,
	HistoryWindow,
	PlayTable,
	WindowRequest,
} from '../../source/tautulli/mirror-client.ts';

/** A row as the server has it; a section of null is a row of no library. */
export type ServerRow = MirrorPlay & {readonly sectionId: string | null};

/** A row of Tautulli's own making has both times. */
export type WholeRow = ServerRow & {readonly startedAt: number; readonly stoppedAt: number};

/** A history in memory that answers as Tautulli does: windows by its local dates, libraries by a filter. */
export type FakeHistory = {
	readonly client: HistoryMirrorClient;
	/** By row id. Change it to change the server. */
	readonly rows: Map<number, ServerRow>;
	/** Rows that the server counts but never shows. */
	hidden: number;
	machineIdentifier: string;
	/** Changes what its history answers, and nothing else: a server that lies. */
	lie: (answer: HistoryWindow, request: WindowRequest | null) => HistoryWindow;
	/** Its table of users. */
	playTable: () => PlayTable;
	/** Users as they are called now. */
	users: User[];
	/** Its clock (Unix seconds), by which its graph of hours is cut; null: the graph is of all rows. */
	now: number | null;
	/** Sections that it names. */
	sections: string[];
	/** Called with the number of each question before it is answered; throws to fail it. */
	onRequest: (request: number) => void;
	readonly requests: () => number;
};

export const serverRow = (rowId: number, startedAt: number, more: Partial<WholeRow> = {}): WholeRow => ({
	rowId,
	referenceId: rowId,
	startedAt,
	stoppedAt: startedAt + 1800,
	pausedSeconds: 60,
	userId: rowId % 7,
	user: `user ${rowId % 7}`,
	userKnown: true,
	ratingKey: String(1000 + (rowId % 50)),
	parentRatingKey: '',
	grandparentRatingKey: '',
	mediaType: 'movie',
	live: false,
	transcodeDecision: 'direct play',
	platform: 'Roku',
	title: `title ${rowId % 50}`,
	parentTitle: '',
	grandparentTitle: '',
	fullTitle: `title ${rowId % 50}`,
	guid: `plex://movie/${rowId % 50}`,
	player: 'Living room',
	product: 'Plex for Roku',
	network: 'lan',
	percentComplete: 90,
	seasonNumber: null,
	episodeNumber: null,
	year: null,
	machineId: 'roku-1',
	sectionId: rowId % 3 === 0 ? '2' : '1',
	...more,
});

/** Its table of users: those whose record is gone are not in it. */
const tableOf = (rows: readonly ServerRow[]): PlayTable => {
	const known = rows.filter(({userId, userKnown}) => userId !== null && userKnown);
	const last = new Map<number | null, number>();
	for (const {userId, startedAt} of known) {
		if (startedAt !== null) last.set(userId, Math.max(startedAt, last.get(userId) ?? startedAt));
	}
	return {plays: known.length, newestStarts: [...last.values()].toSorted((one, two) => two - one).slice(0, 3)};
};

/** Tautulli's graph of plays by hour of day, of all rows. */
const hourly = (rows: readonly ServerRow[], zone: ZoneName): Graph => {
	const hours = Array.from({length: 24}, (_, hour) => hour);
	const hourOf = (at: number): number => new Date((at + offsetAt(zone, at)) * 1000).getUTCHours();
	const values = hours.map(
		hour => rows.filter(({startedAt}) => startedAt !== null && hourOf(startedAt) === hour).length,
	);
	return {
		categories: hours.map(hour => String(hour).padStart(2, '0')),
		series: [
			{name: 'TV', values: hours.map(() => 0)},
			{name: 'Movies', values},
		],
	};
};

export const fakeHistory = (zone: ZoneName, rows: readonly ServerRow[]): FakeHistory => {
	let asked = 0;
	const history = new Map(rows.map(row => [row.rowId, row]));

	const answer = (
		matches: (row: ServerRow) => boolean,
		{start, length}: Pick<WindowRequest, 'start' | 'length'>,
		request: WindowRequest | null,
	): HistoryWindow => {
		asked += 1;
		fake.onRequest(asked);
		const found = [...history.values()]
			.filter(matches)
			.sort((one, two) => (one.startedAt ?? -1e15) - (two.startedAt ?? -1e15) || one.rowId - two.rowId);
		const whole = {
			recordsTotal: history.size + fake.hidden,
			recordsFiltered: found.length,
			plays: found.slice(start, start + length).map(({sectionId: _, ...play}) => play),
			unread: 0,
			odd: [],
			ms: 1,
		};
		return fake.lie(whole, request);
	};

	const inWindow =
		({after, before, sectionId}: WindowRequest) =>
		(row: ServerRow): boolean => {
			const date = row.startedAt === null ? null : dayText(localDay(zone, row.startedAt));
			return (
				(after === undefined || (date !== null && date >= after)) &&
				(before === undefined || (date !== null && date <= before)) &&
				(sectionId === undefined || (row.sectionId !== null && sectionId.split(',').includes(row.sectionId)))
			);
		};

	const fake: FakeHistory = {
		rows: history,
		hidden: 0,
		now: null,
		machineIdentifier: 'plex-one',
		lie: answer => answer,
		playTable: () => tableOf([...history.values()]),
		sections: ['1', '2'],
		users: [],
		onRequest: () => undefined,
		requests: () => asked,
		client: {
			getMachineIdentifier: async () => fake.machineIdentifier,
			getSectionIds: async () => fake.sections,
			probeHistory: async referenceIds =>
				answer(
					row => row.referenceId !== null && referenceIds.includes(row.referenceId),
					{start: 0, length: 1000},
					null,
				),
			getUsers: async () => fake.users,
			getPlayTable: async () => fake.playTable(),
			getHourlyPlays: async days => {
				const since = fake.now === null ? Number.NEGATIVE_INFINITY : fake.now - days * secondsPerDay;
				const inDays = ({stoppedAt}: ServerRow): boolean => stoppedAt !== null && stoppedAt >= since;
				return hourly([...history.values()].filter(inDays), zone);
			},
			getHistoryWindow: async request => answer(inWindow(request), request, request),
		},
	};
	return fake;
};
