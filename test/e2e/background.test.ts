import {expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {focused, isReady, startDashboard} from '../helpers/dashboard.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal} from '../helpers/terminal.ts';

const start = async (background: string | undefined, theme = 'auto'): Promise<Terminal> => {
	const tautulli = await startScriptedTautulli();
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}, dashboard: {theme}});
	const tautop = await startDashboard({
		args: ['--config', file],
		cols: 80,
		rows: 24,
		env: {COLORTERM: 'truecolor'},
		...(background === undefined ? {} : {background}),
	});
	await tautop.waitFor(isReady);
	return tautop;
};

const accent = (tautop: Terminal): unknown => tautop.cells(1)[0]?.foreground;

test.each([
	['rgb:0000/0000/0000', 'auto', '#b7a3ee'],
	['rgb:fdf6/e3e3/d0d0', 'auto', '#5b3fbf'],
	['rgb:0000/0000/0000', 'light', '#5b3fbf'],
	[undefined, 'auto', 5],
] as const)(
	'a terminal that says %s, theme %s: accent %s, and no key was pressed by the answer',
	async (background, theme, color) => {
		const tautop = await start(background, theme);
		expect(accent(tautop)).toBe(color);
		expect(focused(tautop.screen())).toBe('1 Now playing');
		expect(tautop.screen().join('\n')).toContain('2 Plays by hour');
	},
);
