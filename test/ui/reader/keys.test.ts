import {expect, test} from 'vitest';
import {boundTo} from '../../../source/ui/keys/bindings.ts';
import {keyHelp} from '../../../source/ui/reader/keys.ts';
import {defaultPlaces} from '../../../source/ui/state.ts';

test('the help names keys as they are bound, without those that are dead', () => {
	const lines = keyHelp(boundTo({collect: 'x'}), defaultPlaces, false);
	expect(lines).toContain('x: collect now; while it runs: cancel.');
	expect(lines).toContain('question mark: this list.');
	expect(keyHelp(boundTo({}), defaultPlaces, true).join('\n')).not.toContain('collect now');
});
