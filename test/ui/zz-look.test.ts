import {test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {setStage} from './stage.ts';
import {busy, quiet} from './world.ts';

const {env} = process;
const sizes = (env.SIZES ?? '80x24').split(',').map(s => s.split('x').map(Number));
const fail = (code: 'unreachable' | 'unauthorized', server: 'plex' | 'tautulli') => async () => {
	throw new AppError(
		code,
		server === 'plex'
			? 'Plex does not answer at http://tower:32400.'
			: code === 'unauthorized'
				? 'Tautulli refused the API key.'
				: 'Tautulli does not answer at http://tower:8181.',
		{server, hint: 'Is it running? Check base_url.'},
	);
};
const lost = fail('unreachable', 'tautulli');
const refused = fail('unauthorized', 'tautulli');
const worlds = {
	live: {},
	busy: {activity: async () => busy},
	quiet: {activity: async () => quiet},
	plex: {activity: fail('unreachable', 'plex')},
	lost: {activity: lost, hours: lost, types: lost, peaks: lost, days: lost},
	refused: {activity: refused, hours: refused, types: refused, peaks: refused, days: refused},
	empty: {
		activity: async () => quiet,
		board: async () => ({days: 30, rows: [], hasMovement: false, collectedAt: null}),
	},
};
test('look', async () => {
	for (const [columns, rows] of sizes) {
		const world = Object.entries(worlds).find(([n]) => n === (env.WORLD ?? 'live'))?.[1];
		const stage = await setStage({
			columns: columns ?? 80,
			rows: rows ?? 24,
			ascii: env.ASCII === '1',
			...(env.WORLD === 'first' ? {} : {sources: world ?? {}}),
		});
		await stage.press(...(env.KEYS ?? '').split(' ').filter(Boolean));
		process.stdout.write(
			`${columns}x${rows}\n${stage
				.text()
				.split('\n')
				.map(l => `${l}|`)
				.join('\n')}\n`,
		);
	}
});
