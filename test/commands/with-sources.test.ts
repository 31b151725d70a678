import {expect, test} from 'vitest';
import {commandOf} from '../../source/commands/views/view-command.ts';
import {runs} from '../../source/views/runs.ts';
import {fakeSettings, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

test('what is odd goes to stderr, once: what was found before the question, and with it', async () => {
	const settings = {...fakeSettings, odd: ['Found before.']};
	const open = fakeSources({
		settings: async () => settings,
		runs: async () => {
			for (const sentence of ['Found before.', 'Found now.', 'Found now.']) open.emit({type: 'odd', sentence});
			return [];
		},
	});
	const {stdout, stderr} = await runFake(commandOf(runs), {open, flags: {json: true}});
	expect(stderr).toBe('tautop: Found before.\ntautop: Found now.\n');
	expect(JSON.parse(stdout)).toEqual({runs: []});
});
