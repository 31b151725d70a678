import {homedir, tmpdir} from 'node:os';
import type {Config} from '../config/config.ts';
import type {ConfigFlags} from '../config/flags.ts';
import {loadConfig} from '../config/load.ts';
import {demoDatabasePath, userFolders} from '../config/paths.ts';
import {AppError} from '../domain/app-error.ts';
import {type Clock, clockOf} from '../domain/clock.ts';
import type {OpenSources} from '../questions/sources.ts';
import {demoConfig, saveDemoPast} from './demo.ts';
import {open} from './open.ts';
import {requireLoopback} from './require-loopback.ts';

/** What was asked for on the command line. Can be cloned: it crosses to the engine. */
export type OpenRequest = {
	readonly flags: ConfigFlags;
	readonly demo: boolean;
	readonly version: string;
	/** The dashboard: it stays open, and without configuration it shows the demo. */
	readonly dashboard: boolean;
	/** `store`: nothing is opened without the database. */
	readonly needs?: 'store' | undefined;
};

const notConfigured = ({passedOver}: Config): AppError => {
	const toDo = passedOver.some(({meant}) => meant) ? 'Correct this file' : 'Write a config.yaml';
	const lines = ['No Tautulli is configured.', ...passedOver.flatMap(({sentences}) => sentences)];
	return new AppError('config', lines.join('\n'), {
		hint: `${toDo} (config.example.yaml shows how), or look around with --demo.`,
	});
};

const userId = (): number | null => process.getuid?.() ?? null;

const openDemo = async (config: Config, request: OpenRequest, clock: Clock): Promise<OpenSources> => {
	// Only a demo needs the demo's world: others do not wait for its code.
	const {startDemo} = await import('../demo/start.ts');
	const demo = await startDemo({now: clock.now, seed: 7});
	try {
		const opened = await open({
			...request,
			config: demoConfig(config, demo, demoDatabasePath(userId(), tmpdir())),
			mode: {demo: true, unconfigured: !request.demo},
			clock,
			prepare: store => saveDemoPast(store, demo),
		});
		return {
			...opened,
			close: async () => {
				await opened.close();
				await demo.close();
			},
		};
	} catch (error) {
		await demo.close();
		throw error;
	}
};

/**
 * Reads the configuration of this process and opens what it names: the user's servers, or the demo where that is asked
 * for. Throws `config` where nothing is configured, but for the dashboard, which shows the demo then.
 */
export const openFromProcess = async (request: OpenRequest): Promise<OpenSources> => {
	const {flags, demo, dashboard} = request;
	const clock = clockOf(process.env.TAUTOP_CLOCK);
	const config = loadConfig({
		env: process.env,
		home: homedir(),
		folders: userFolders(),
		platform: process.platform,
		uid: userId(),
		cwd: process.cwd(),
		flags,
	});
	if (demo || (dashboard && !config.configured)) return openDemo(config, request, clock);
	if (!config.configured) throw notConfigured(config);
	requireLoopback(clock, config);
	return open({...request, config, mode: {demo: false, unconfigured: false}, clock});
};
