import {expect, test} from 'vitest';
import {hours} from '../../source/commands/hours.ts';
import {fakeSettings, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

const empty = {categories: [], series: []};

test('what is odd goes to stderr, once: what was found before the question, and with it', async () => {
	const settings = {...fakeSettings, odd: ['Found before.']};
	const open = fakeSources({
		settings: async () => settings,
		hours: async () => {
			for (const sentence of ['Found before.', 'Found now.', 'Found now.']) open.emit({type: 'odd', sentence});
			return empty;
		},
	});
	const {stdout, stderr} = await runFake(hours, {open, flags: {json: true}});
	expect(stderr).toBe('tautop: Found before.\ntautop: Found now.\n');
	expect(JSON.parse(stdout)).toEqual({categories: [], series: {}});
});
