import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {LoadOptions} from '../../source/config/load.ts';
import {loadConfig} from '../../source/config/load.ts';
import {demoConfigText} from '../../source/demo/config-text.ts';
import {startDemo} from '../../source/demo/start.ts';
import {prepareDemo} from '../../source/open/demo.ts';
import {alone} from '../../source/open/keeping.ts';
import {open} from '../../source/open/open.ts';
import type {OpenSources} from '../../source/questions/sources.ts';
import {startOfTest} from '../demo/running.ts';

/** Somebody whose servers are those of the demo, with a home, a configuration and a database of their own. */
export type Owner = {
	readonly surroundings: LoadOptions;
	readonly database: string;
	/** Open until the owner leaves; what commands close stays open. */
	readonly sources: OpenSources;
	readonly leave: () => Promise<void>;
};

const clock = {
	now: () => startOfTest,
	machineNow: () => startOfTest,
	milliseconds: (seconds: number) => seconds * 1000,
	isOurs: true,
	handedOn: null,
};

/** Starts the demo's servers, and gives the owner what a year with tautop would have left. */
export const ownerOfDemo = async (home: string): Promise<Owner> => {
	const demo = await startDemo({now: clock.now, seed: 7, timeZone: 'America/New_York', months: 4});
	const [file, database] = [path.join(home, 'config.yaml'), path.join(home, 'tautop.db')];
	writeFileSync(file, demoConfigText(demo, database), {mode: 0o600});
	const surroundings: LoadOptions = {
		flags: {config: file},
		env: {},
		cwd: home,
		home,
		folders: {config: home, data: home, log: home},
		platform: process.platform,
	};
	const opened = await open({
		config: loadConfig(surroundings),
		mode: {demo: false, unconfigured: false},
		clock,
		version: '1.2.3',
		dashboard: false,
		keeping: alone,
		prepare: store => prepareDemo(store, demo),
	});
	await opened.sources.collect({scope: 'all', names: []});
	return {
		surroundings,
		database,
		sources: {...opened, close: async () => undefined},
		leave: async () => {
			await opened.close();
			await demo.close();
		},
	};
};
