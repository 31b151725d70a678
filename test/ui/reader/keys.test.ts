import {expect, test} from 'vitest';
import {boundTo} from '../../../source/ui/keys/bindings.ts';
import {keyHelp} from '../../../source/ui/reader/keys.ts';
import {defaultPlaces} from '../../../source/ui/state.ts';

test('the help names keys as they are bound, without those that are dead', () => {
	const lines = keyHelp(boundTo({collect: 'x'}), defaultPlaces, {lookOnly: false, unconfigured: false});
	expect(lines).toContain('x: collect now; while it runs: cancel.');
	expect(lines).toContain('question mark: this list.');
	expect(lines.join('\n')).not.toContain('your own server');
	const unconfigured = keyHelp(boundTo({}), defaultPlaces, {lookOnly: false, unconfigured: true});
	expect(unconfigured).toContain('i: connect your own server.');
	expect(keyHelp(boundTo({}), defaultPlaces, {lookOnly: true, unconfigured: false}).join('\n')).not.toContain(
		'collect now',
	);
});
