import type {Zone} from '../canvas/clock.ts';
import {clockDifference} from '../canvas/clock-difference.ts';
import type {Glyphs} from '../canvas/glyphs.ts';
import type {ServerStates} from '../domain/server-state.ts';
import type {Activity} from '../domain/session.ts';
import {standingWarnings} from '../domain/settings.ts';
import type {DatabaseStatus, LocalStatus} from '../domain/status.ts';
import type {Scene, Standing} from '../views/plan/scene.ts';
import type {Pace, Telling} from '../views/plan/view.ts';
import type {PastCount} from './feeds/past.ts';
import type {Pings} from './feeds/pings.ts';
import {dataOf, type Reading, troubleOf} from './feeds/reading.ts';
import type {Instance} from './instances.ts';
import type {Binding} from './keys/bindings.ts';
import {keyLabel} from './keys/labels.ts';
import {ownOf, type State} from './state.ts';
import {workForms} from './work.ts';

/** What the instances hold, by their id; one that is not there yet waits. */
export type Readings = ReadonlyMap<string, Reading<Telling>>;

/** What is known whatever can be seen: who is watching, how the servers and the database are. */
export type Heartbeat = {
	readonly activity: Reading<Activity>;
	readonly pings: Pings;
	readonly local: Reading<LocalStatus>;
};

/** Everything that the screen is drawn from. */
export type Shell = Heartbeat & {
	/** Who was watching at the moment that the time machine shows. */
	readonly past: Reading<PastCount>;
	readonly state: State;
	readonly readings: Readings;
	readonly servers: ServerStates;
	readonly bindings: readonly Binding[];
	readonly glyphs: Glyphs;
	/** Unix seconds. */
	readonly now: number;
	/** Of all times on the screen: Tautulli's, or this machine's where that is not known. */
	readonly zone: Zone;
	/** Of this machine. */
	readonly here: Zone;
};

/** What an instance holds. */
export const readingOf = (readings: Readings, id: string): Reading<Telling> => readings.get(id) ?? {state: 'waiting'};

/** What was last heard of the database; null: nothing yet. */
export const databaseOf = ({local}: Pick<Heartbeat, 'local'>): DatabaseStatus | null => dataOf(local)?.database ?? null;

/** What is wrong with this machine's clock; null: nothing, or not known. Tautulli's counts more: plays are counted by it. */
export const clockOf = ({pings: {tautulli, plex}}: Pick<Heartbeat, 'pings'>): string | null =>
	clockDifference(tautulli.ping?.health?.clockSeconds) ?? clockDifference(plex.ping?.health?.clockSeconds);

/** How far apart the questions are, in seconds. */
export const everySeconds = (pace: Pace, {settings}: State): number => {
	const refresh = settings?.refreshSeconds ?? 5;
	switch (pace) {
		case 'live':
			return refresh;
		case 'health':
			return Math.max(30, refresh);
		case 'stored':
			return settings?.graphRefreshSeconds ?? 60;
	}
};

/** Who is watching; null while that is not known, and in the past. */
const liveOf = ({activity, state}: Shell): Activity | null =>
	troubleOf(activity) || state.moment !== null ? null : dataOf(activity);

/** True where the data is older than two rounds of asking, or a trouble came since. */
export const isOld = (reading: Reading<unknown>, every: number, now: number): boolean =>
	reading.state === 'ready' && (reading.trouble !== null || now - reading.at > 2 * every + 1);

/** The troubles of all that can be seen and of what is always asked, each with what it is of. */
const troubledReadings = ({activity, local, readings}: Shell): ReadonlyArray<Reading<unknown>> =>
	[activity, local, ...readings.values()].filter(reading => troubleOf(reading) !== null);

/** True while a countdown is on the screen. */
export const isCounting = (shell: Shell): boolean =>
	shell.state.engine !== null || troubledReadings(shell).some(reading => troubleOf(reading)?.retryAt !== null);

/** As it is bound; null: it is bound to nothing. */
export const connectKeyOf = ({bindings, glyphs}: Pick<Shell, 'bindings' | 'glyphs'>): string | null => {
	const key = bindings.find(({action}) => action === 'init')?.keys[0];
	return key === undefined ? null : keyLabel(key, glyphs);
};

/** What stands until somebody does something. */
const standingOf = (shell: Shell): Standing => {
	const {settings, odd} = shell.state;
	const ofFiles = settings ? standingWarnings(settings).length : 0;
	return {
		warnings: ofFiles + (databaseOf(shell)?.warnings.length ?? 0) + odd.length,
		unverifiedTls: settings?.unverifiedTls ?? false,
		clock: clockOf(shell),
		work: workForms(shell),
		uploadMbps: settings?.uploadMbps ?? null,
		connectKey: settings?.unconfigured ? connectKeyOf(shell) : null,
	};
};

/** What an instance is told of the moment and the program. */
export const sceneOf = (shell: Shell, {view, query}: Pick<Instance, 'view' | 'query'>): Scene => ({
	query,
	own: ownOf(shell.state, view.name),
	now: shell.now,
	zone: shell.zone,
	graphZone: shell.state.settings?.timezone ?? null,
	names: shell.state.settings?.names ?? 'full',
	glyphs: shell.glyphs,
	live: liveOf(shell),
	servers: shell.servers,
	commandFlags: shell.state.settings?.commandFlags ?? '',
	standing: standingOf(shell),
});
