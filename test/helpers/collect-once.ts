// A program that collects once from servers in memory: `node collect-once.ts FILE COLLECTIONS UNIX-SECONDS`. It prints
// each step as it comes, then how it ended. Tests start several of it on one file, and kill some.
import {setImmediate} from 'node:timers/promises';
import {collectRun} from '../../source/collect/run.ts';
import {AppError} from '../../source/domain/app-error.ts';
import {switchedOff} from '../../source/domain/switched-off.ts';
import {openStore} from '../../source/store/open.ts';
import {createFakePlex, createFakeTautulli, createFakeWorld} from './fake-clients.ts';
import {print} from './print-line.ts';
import {films, sampleCollection} from './samples.ts';

const [file = '', count = '1', startedAt = '0'] = process.argv.slice(2);
const keys = Array.from({length: Number(count)}, (_, index) => String(index + 1));
const world = createFakeWorld({
	sections: [films],
	collections: keys.map(key => sampleCollection(key)),
	members: Object.fromEntries(keys.map(key => [key, [key]])),
	plays: Object.fromEntries(keys.map(key => [key, 1000])),
});
const begun = performance.now();
const now = (): number => Number(startedAt) + (performance.now() - begun) / 1000;
const tautulli = createFakeTautulli(world);
const getItemStats: typeof tautulli.getItemStats = async (request, signal) => {
	await setImmediate();
	return tautulli.getItemStats(request, signal);
};

try {
	const store = await openStore(file, {now});
	const deps = {
		tautulli: {...tautulli, getItemStats},
		switchedOff: switchedOff(null),
		plex: createFakePlex(world),
		store,
		now,
		libraries: [],
		disabledLibraries: [],
		queryDays: 30,
		holder: `process ${process.pid}`,
	};
	const running = collectRun(deps, {scope: 'all', names: []});
	let step = await running.next();
	for (; !step.done; step = await running.next()) print(step.value.step);
	print(`ended ${step.value.status} ${step.value.reason ?? ''}`.trim());
	store.close();
} catch (error) {
	print(`ended ${error instanceof AppError ? error.code : error}`);
}
