import {expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {startDashboard} from '../helpers/dashboard.ts';
import {data, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const start = async (env: Readonly<Record<string, string>>, ...flags: readonly string[]) => {
	const tautulli = await startScriptedTautulli();
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
	const tautop = await startDashboard({args: ['--config', file, ...flags], cols: 120, rows: 40, env});
	return {tautulli, tautop};
};

test('--reader: lines on the primary screen, nothing painted over, keys that speak, and the terminal as it was', async () => {
	const {tautulli, tautop} = await start({}, '--reader');
	await tautop.waitFor(/\d\d:\d\d \d+ streams?, /);
	expect(tautop.modes()).toEqual(untouchedModes);

	tautop.type('6');
	await tautop.waitFor('Tautulli answers');
	tautulli.play('get_activity', data({}));
	await tautop.waitFor('Plex is away since ');
	tautulli.recover();
	await tautop.waitFor('Plex is back.');

	tautop.type('q');
	expect(await tautop.ended()).toEqual({status: 0, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
	expect(tautop.outputSince(0).replaceAll(/\u001B\]7777;[^\u0007]*\u0007/g, '')).not.toContain('\u001B');
	expect(tautop.primary()[0]).toBe('tautop is starting. Question mark lists the keys.');
});

test('INK_SCREEN_READER asks for it too, and Ctrl-C leaves', async () => {
	const {tautop} = await start({INK_SCREEN_READER: 'true'});
	await tautop.waitFor(/\d\d:\d\d \d+ streams?, /);
	tautop.press('ctrl-c');
	expect(await tautop.ended()).toEqual({status: 130, signal: null, lineModes: 'same'});
});
