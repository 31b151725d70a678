import type {HistoryDeps} from '../collect/sync/sync-deps.ts';
import type {Config} from '../config/config.ts';
import type {AppError, AppErrorData} from '../domain/app-error.ts';
import {type AuditStatus, type DatabaseStatus, neverCollected} from '../domain/status.ts';
import type {Sources} from '../questions/sources.ts';
import {historyStatus} from './history/history.ts';
import type {HeldStore} from './hold-store.ts';
import {dashboardSettings, type Mode} from './settings.ts';

/** The questions about tautop itself. */
export type LocalAnswers = Pick<Sources, 'settings' | 'local'>;

/** What is known here without asking anyone. */
export type LocalDeps = {
	readonly config: Config;
	readonly mode: Mode;
	readonly dashboard: boolean;
	readonly held: Pick<HeldStore, 'current' | 'status'>;
	/** Null: Tautulli is switched off. */
	readonly history: Pick<HistoryDeps, 'zone'> | null;
	/** The odd things that were told so far. */
	readonly told: () => readonly string[];
	/** Why another process keeps the database: a sentence. Null: this one does. */
	readonly apart: () => string | null;
	/** Why the last sync failed; null: it did not. */
	readonly trouble: () => AppError | null;
	readonly audit: () => AuditStatus;
	readonly listening: () => boolean | null;
	/** As in `LocalStatus`. */
	readonly ahead: () => number;
	/** Unix seconds of the next scheduled run; null: none. */
	readonly next: () => number | null;
};

/** What a command warns of. The dashboard hears it with the status of the database, since that changes while it runs. */
const databaseWarnings = ({warnings, trouble}: DatabaseStatus): string[] =>
	trouble === null ? [...warnings] : [...warnings, [trouble.message, trouble.hint ?? ''].join(' ').trimEnd()];

const unwrittenBy = (trouble: AppError | null): AppErrorData | null =>
	trouble?.code === 'store' ? trouble.toJSON() : null;

const withApart = (status: DatabaseStatus, apart: string | null): DatabaseStatus =>
	apart === null ? status : {...status, warnings: [...status.warnings, apart]};

/** Answers about the settings, the database and the collector. */
export const localAnswers = ({
	config,
	mode,
	dashboard,
	held,
	history,
	told,
	apart,
	trouble,
	audit,
	listening,
	ahead,
	next,
}: LocalDeps): LocalAnswers => ({
	settings: async () => {
		const warnings = dashboard ? [] : databaseWarnings(held.status());
		return dashboardSettings(config, mode, warnings, told(), history?.zone() ?? null);
	},
	local: async () => {
		const store = held.current();
		return {
			database: withApart({...held.status(), unwritten: unwrittenBy(trouble())}, apart()),
			collector: {...(store?.collector() ?? neverCollected), next: next()},
			audit: audit(),
			listening: listening(),
			demo: mode.demo,
			aheadSeconds: ahead(),
			history: history && store && historyStatus(store.mirror, history.zone().name),
		};
	},
});
