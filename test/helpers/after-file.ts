import {afterAll} from 'vitest';
import {hideSecrets} from '../../source/domain/text/secrets.ts';
import {runAtEnd} from './at-end.ts';

// Read anew for each test file, unlike modules: what one leaves behind, no other file must meet.
afterAll(() => {
	runAtEnd();
	hideSecrets([]);
});
