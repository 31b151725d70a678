import {type EnabledLibraries, enabledSections} from '../../collect/connect.ts';
import {lookAt} from '../../collect/look.ts';
import {AppError} from '../../domain/app-error.ts';
import type {Section} from '../../domain/library.ts';
import type {Sources} from '../../questions/sources.ts';
import type {Clients} from '../clients.ts';
import type {HeldStore} from '../hold-store.ts';
import type {Log} from '../log.ts';

/** Looks at what Plex shows on its home screens. */
export type Looker = Pick<Sources, 'look'> & {
	/** Unix seconds of the last look at the library that was looked at longest ago, by whomever; null: one never was. */
	readonly lastLook: () => number | null;
};

export type LookerDeps = {
	readonly clients: Pick<Clients, 'plex'>;
	readonly held: Pick<HeldStore, 'current' | 'need'>;
	readonly libraries: EnabledLibraries;
	/** Unix seconds, of the server. */
	readonly now: () => number;
	/** Stored data has changed. */
	readonly changed: () => void;
};

/** Which libraries there are is asked so seldom: they come and go with years. */
const listedSeconds = 6 * 3600;

const needsPlex = (): AppError =>
	new AppError('config', 'Only Plex knows what is promoted, and Plex is not configured.', {
		hint: 'Set plex.base_url and plex.token.',
	});

/** A look that nobody asked for, so only the log hears of its failure. Never throws; false: it failed. */
export const lookByItself = async ({look}: Looker, {failed}: Pick<Log, 'failed'>): Promise<boolean> => {
	try {
		await look(null);
		return true;
	} catch (error) {
		failed('nobody could look at what is promoted', error);
		return false;
	}
};

/** One request a library, and now and then one for the list of libraries. */
export const createLooker = ({clients, held, libraries, now, changed}: LookerDeps): Looker => {
	let listed: {readonly sections: readonly Section[]; readonly at: number} | null = null;

	const sectionsOf = async (plex: NonNullable<Clients['plex']>, signal: AbortSignal): Promise<readonly Section[]> => {
		if (listed && now() - listed.at < listedSeconds) return listed.sections;
		listed = {sections: enabledSections(await plex.getSections(signal), libraries), at: now()};
		return listed.sections;
	};

	return {
		look: async (_, signal = new AbortController().signal) => {
			const {plex} = clients;
			if (!plex) throw needsPlex();
			const store = held.need();
			try {
				const report = await lookAt({plex, store, now}, await sectionsOf(plex, signal), signal);
				if (report.libraries.some(one => one.error !== null)) listed = null;
				if (report.libraries.some(one => one.changed)) changed();
				return report;
			} catch (error) {
				listed = null;
				throw error;
			}
		},
		lastLook: () => {
			const store = held.current();
			if (!store || !listed) return null;
			const times = listed.sections.map(({uuid}) => store.promotions.lastLook(uuid));
			return times.includes(null) ? null : Math.min(...times.map(time => time ?? 0));
		},
	};
};
