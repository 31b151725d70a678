import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {demoConfigText} from '../../source/demo/config-text.ts';

test('the configuration is YAML that holds everything, even a key of digits alone and an odd path', () => {
	const demo = {
		tautulliUrl: 'http://127.0.0.1:1',
		plexUrl: 'http://127.0.0.1:2',
		apiKey: '00112233445566778899001122334455',
		token: '1e5',
		timeZone: 'Europe/Berlin',
	};
	expect(parse(demoConfigText(demo, 'C:\\a "b": c\\tautop.db'))).toEqual({
		tautulli: {enabled: true, base_url: 'http://127.0.0.1:1', api_key: demo.apiKey, timezone: 'Europe/Berlin'},
		plex: {base_url: 'http://127.0.0.1:2', token: '1e5'},
		database: {path: 'C:\\a "b": c\\tautop.db'},
	});
});
