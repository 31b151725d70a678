import {tmpdir} from 'node:os';
import type {Config} from '../config/config.ts';
import {type Explanation, explainConfig} from '../config/explain.ts';
import {loadConfig} from '../config/load.ts';
import {demoDatabasePath} from '../config/paths.ts';
import {AppError} from '../domain/app-error.ts';
import {userId} from '../open/configure.ts';
import {demoConfig} from '../open/demo.ts';
import {notConfigured} from '../open/not-configured.ts';
import type {DoctorOptions} from './options.ts';

/** The installation that is examined. */
export type Subject = {
	readonly told: Explanation;
	/** Null: it cannot be used, or there is nothing in it; `told` says why. */
	readonly config: Config | null;
	/** Known for a configuration that cannot be used too. */
	readonly database: string;
	readonly log: string;
	readonly close: () => Promise<void>;
};

const pathOf = ({values}: Explanation, key: string): string => {
	const value = values.find(one => one.key === key)?.value;
	return typeof value === 'string' ? value : '';
};

const usable = (options: DoctorOptions): Config | null => {
	try {
		return loadConfig(options.surroundings);
	} catch (error) {
		if (error instanceof AppError) return null;
		throw error;
	}
};

/** As for every command: the demo's servers and database, with the rest of the user's configuration. */
const demoSubject = async (options: DoctorOptions, told: Explanation, config: Config): Promise<Subject> => {
	const {startDemo} = await import('../demo/start.ts');
	const demo = await startDemo({now: options.now, seed: 7});
	const path = demoDatabasePath(userId(), tmpdir(), demo.timeZone);
	return {
		told,
		config: demoConfig(config, demo, path),
		database: path,
		log: config.logging.file,
		close: demo.close,
	};
};

/** What of the user's is examined, or the demo. Throws nothing that is wrong with the configuration. */
export const subjectOf = async (options: DoctorOptions): Promise<Subject> => {
	const told = explainConfig(options.surroundings);
	const config = usable(options);
	if (options.demo && config) return await demoSubject(options, told, config);
	const isEmpty = config !== null && !config.configured;
	return {
		told: isEmpty ? {...told, trouble: notConfigured(config).toJSON()} : told,
		config: isEmpty ? null : config,
		database: pathOf(told, 'database.path'),
		log: pathOf(told, 'logging.file'),
		close: async () => undefined,
	};
};
