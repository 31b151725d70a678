import {tmpdir} from 'node:os';
import type {Config} from '../config/config.ts';
import {demoDatabasePath} from '../config/paths.ts';
import {type Clock, clockOf} from '../domain/clock.ts';
import type {OpenSources} from '../questions/sources.ts';
import {isDemo, type OpenRequest, userId} from './configure.ts';
import {demoConfig, prepareDemo} from './demo.ts';
import {alone, type Keeping} from './keeping.ts';
import {notConfigured} from './not-configured.ts';
import {open} from './open.ts';
import type {Others} from './others/others.ts';
import {requireLoopback} from './require-loopback.ts';

const openDemo = async (config: Config, request: OpenRequest, clock: Clock): Promise<OpenSources> => {
	// Only a demo needs the demo's world: others do not wait for its code.
	const {startDemo} = await import('../demo/start.ts');
	const demo = await startDemo({now: clock.now, seed: 7});
	try {
		const opened = await open({
			...request,
			config: demoConfig(config, demo, demoDatabasePath(userId(), tmpdir(), demo.timeZone)),
			mode: {demo: true, unconfigured: !request.demo},
			clock,
			keeping: alone,
			prepare: store => prepareDemo(store, demo),
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
 * Opens what the configuration of this process names: the user's servers, or the demo where that is asked for. Throws
 * `config` where nothing is configured, but for the dashboard, which shows the demo then. `keeping`: what the dashboard's
 * engine does for others too; the demo has a world of its own, and shares it with nobody. `others`: the other servers.
 */
export const openFromProcess = async (
	request: OpenRequest,
	config: Config,
	keeping: Keeping = alone,
	others?: Others,
): Promise<OpenSources> => {
	const clock = clockOf(process.env.TAUTOP_CLOCK);
	if (isDemo(request, config)) return openDemo(config, request, clock);
	if (!config.configured) throw notConfigured(config);
	requireLoopback(clock, config);
	return open({...request, config, mode: {demo: false, unconfigured: false}, clock, keeping, others});
};
