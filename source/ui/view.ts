import type {Zone} from '../canvas/clock.ts';
import {clockDifference} from '../canvas/clock-difference.ts';
import type {Glyphs} from '../canvas/glyphs.ts';
import type {ServerStates} from '../domain/server-state.ts';
import type {DatabaseStatus} from '../domain/status.ts';
import type {Frame, Rhythm} from './components/pane.ts';
import {dataOf, type Reading, troubleOf} from './components/reading.ts';
import type {Binding} from './keys/bindings.ts';
import {type PaneData, type PaneId, paneIds} from './panes/index.ts';
import type {Pings} from './pings.ts';
import type {State} from './state.ts';

/** What the panes hold; one that is not there yet waits. */
export type Readings = {readonly [Id in PaneId]?: Reading<PaneData[Id]>};

/** What a pane holds. */
export const readingOf = <Id extends PaneId>(readings: Readings, id: Id): Reading<PaneData[Id]> =>
	readings[id] ?? {state: 'waiting'};

/** What the status pane last heard of the database; null: nothing yet. */
export const databaseOf = ({readings}: Pick<View, 'readings'>): DatabaseStatus | null =>
	dataOf(readingOf(readings, 'status'))?.local.database ?? null;

/** What is wrong with this machine's clock; null: nothing, or not known. Tautulli's counts more: plays are counted by it. */
export const clockOf = ({pings: {tautulli, plex}}: Pick<View, 'pings'>): string | null =>
	clockDifference(tautulli.ping?.health?.clockSeconds) ?? clockDifference(plex.ping?.health?.clockSeconds);

/** Everything that the screen is drawn from. */
export type View = {
	readonly state: State;
	readonly readings: Readings;
	readonly pings: Pings;
	readonly servers: ServerStates;
	readonly bindings: readonly Binding[];
	readonly glyphs: Glyphs;
	/** Unix seconds. */
	readonly now: number;
	readonly zone: Zone;
};

/** How far apart the questions are, in seconds; null: only when stored data changed. */
export const everySeconds = (rhythm: Rhythm, {settings}: State): number | null => {
	const refresh = settings?.refreshSeconds ?? 5;
	switch (rhythm) {
		case 'refresh':
			return refresh;
		case 'health':
			return Math.max(30, refresh);
		case 'graph':
			return settings?.graphRefreshSeconds ?? 60;
		case 'stored':
			return null;
	}
};

/** Streams at this moment, for panes that compare with them; null while they are not known. */
export const liveOf = ({readings}: View): Frame['live'] => {
	const reading = readingOf(readings, 'now-playing');
	const data = dataOf(reading);
	if (!data || (reading.state === 'ready' && reading.trouble)) return null;
	return {streams: data.activity.streamCount, transcodes: data.activity.transcodeCount};
};

/** True where the data is older than two rounds of asking, or a trouble came since. */
export const isOld = (reading: Reading<unknown>, every: number | null, now: number): boolean =>
	reading.state === 'ready' && (reading.trouble !== null || (every !== null && now - reading.at > 2 * every + 1));

/** True while a countdown is on the screen. */
export const isCounting = ({readings, state}: View): boolean =>
	state.engine !== null || paneIds.some(id => (troubleOf(readingOf(readings, id))?.retryAt ?? null) !== null);
