import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {DashboardSettings} from '../../source/domain/settings.ts';
import type {Sources} from '../../source/questions/sources.ts';
import type {Hooks} from '../../source/ui/terminal.ts';
import {fakeSettings} from '../helpers/fake-sources.ts';
import {type Stage, setStage} from './stage.ts';

const asked: string[] = [];

const stageWith = (given: Partial<DashboardSettings>, stop: Sources['stop']): Promise<Stage> => {
	asked.length = 0;
	return setStage({
		columns: 80,
		rows: 24,
		sources: {
			settings: async () => ({...fakeSettings, ...given}),
			stop: async (query, signal) => {
				asked.push(query.session);
				return stop(query, signal);
			},
		},
	});
};

const allowed = {allowStop: true, stopMessage: 'The server goes down.'};
const stopped: Sources['stop'] = async () => ({user: 'lena', title: 'Night Ferry'});

test('x is off until the configuration allows it', async () => {
	const stage = await stageWith({}, stopped);
	await stage.press('x');
	expect(stage.text()).toContain('x is off: dashboard.allow_stop');
	await stage.press('y', 'enter');
	expect(asked).toEqual([]);
});

test('x asks, Enter does nothing, y stops it and says what the server said', async () => {
	const stage = await stageWith(allowed, stopped);
	await stage.press('x');
	expect(stage.text()).toContain('Stop this stream?');
	expect(stage.text()).toContain('message  The server goes down.');
	await stage.press('enter');
	expect(stage.text()).toContain('Stop this stream?');
	expect(asked).toEqual([]);
	await stage.press('y');
	expect(asked).toHaveLength(1);
	expect(stage.text()).toContain('stopped: Night Ferry');
	expect(stage.text()).not.toContain('Stop this stream?');
});

test('esc keeps it playing, and a refusal is told with its remedy', async () => {
	const refuse: Sources['stop'] = async () => {
		throw new AppError('bad-answer', 'Tautulli did not stop it: No Plex Pass.', {hint: 'Plex needs it.'});
	};
	const stage = await stageWith(allowed, refuse);
	await stage.press('x', 'esc', 'y');
	expect(asked).toEqual([]);
	await stage.press('x', 'y');
	expect(stage.text()).toContain('Tautulli did not stop it: No Plex Pass. Plex needs it.');
});

test('there is nothing to stop on a pane without streams, and nothing in the past', async () => {
	const stage = await stageWith(allowed, stopped);
	await stage.press('2', 'x');
	expect(stage.text()).toContain('x does nothing here');
	await stage.press('1', '[', 'x');
	expect(stage.text()).toContain('x is off in the past');
	expect(asked).toEqual([]);
});

test('a key that nobody may have pressed does not ask', async () => {
	const stage = await stageWith(allowed, stopped);
	const hooks: Hooks = {
		init: () => {},
		quit: () => {},
		suspend: () => {},
		repaint: () => {},
		copy: () => null,
		hearMouse: () => {},
		save: () => '',
	};
	stage.dashboard.press('x', hooks, 'cut');
	await stage.press('y');
	expect(asked).toEqual([]);
});
