import {setImmediate} from 'node:timers/promises';
import type {Config} from '../../config/config.ts';
import {AppError} from '../../domain/app-error.ts';
import {neverCollected} from '../../domain/status.ts';
import {openForReading, type Store} from '../../store/open.ts';
import {buildClients} from '../clients.ts';
import {buildHistory, historyStatus} from '../history/history.ts';
import {answerPlays} from '../plays/answer-plays.ts';
import {createHeldColumns} from '../plays/held-columns.ts';
import {disabledAnswers, serverAnswers} from '../server-answers.ts';
import type {Asked} from './figures.ts';

/** A server that is looked at and not kept. */
export type Visit = {readonly asked: Asked; readonly close: () => Promise<void>};

const ignore = (): void => undefined;

type Read = {readonly store: Store} | {readonly trouble: AppError};

const read = (path: string, now: () => number): Read => {
	try {
		return {store: openForReading(path, {now})};
	} catch (error) {
		if (error instanceof AppError) return {trouble: error};
		throw error;
	}
};

/**
 * Asks the Tautulli of a server that no engine keeps just now, and reads its database: nothing is written, no file is made,
 * and its history is as it was synced last. `now`: Unix seconds.
 */
export const visit = (config: Config, version: string, now: () => number): Visit => {
	const {path} = config.database;
	const clients = buildClients(config, {clientIdentifier: crypto.randomUUID(), version}, {odd: ignore});
	const opened = read(path, now);
	const store = 'store' in opened ? opened.store : null;
	const need = (): Store => {
		if ('trouble' in opened) throw opened.trouble;
		return opened.store;
	};
	const history = buildHistory(config, clients, {current: need}, () => false, {odd: ignore, zoneLooked: ignore});
	const {activity} = clients.tautulli ? serverAnswers(clients.tautulli) : disabledAnswers(clients.switchedOff);
	const ahead = (): number => store?.meta.aheadSeconds() ?? 0;
	return {
		asked: {
			activity,
			plays: async query =>
				answerPlays(
					{
						mirrored: {current: need},
						history,
						trouble: () => (history ? null : clients.switchedOff),
						now: () => now() + ahead(),
						columns: createHeldColumns(() => now() + ahead(), setImmediate, {short: true}),
					},
					query,
				),
			local: async () => ({
				database: {
					...(store?.status() ?? {path, bytes: null, snapshots: null, newest: null}),
					trouble: 'trouble' in opened ? opened.trouble.toJSON() : null,
					warnings: [],
				},
				collector: {...(store?.collector() ?? neverCollected), next: null},
				audit: {checkedAt: null, difference: null},
				listening: null,
				demo: false,
				aheadSeconds: ahead(),
				history: history && store && historyStatus(store.mirror, history.zone().name),
			}),
		},
		close: async () => {
			store?.close();
			await clients.close();
		},
	};
};
