import {describe, expect, test} from 'vitest';
import {readAddress} from '../../source/config/address.ts';
import {createScene} from './scene.ts';

test.each([
	// What the browser shows
	['http://host:8181/home', 'http://host:8181'],
	['http://host:8181/home#tab=recent', 'http://host:8181'],
	['http://host:8181/home/', 'http://host:8181'],
	['http://host:8181/history', 'http://host:8181'],
	['http://host:8181/graphs?days=30', 'http://host:8181'],
	['http://host:8181/settings#tab_tabs-web_interface', 'http://host:8181'],
	['http://host:8181/auth/login?redirect_uri=/home', 'http://host:8181'],
	['http://host:8181/library?section_id=1', 'http://host:8181'],
	['http://host:8181/info?rating_key=12', 'http://host:8181'],
	['https://host/tautulli/home', 'https://host/tautulli'],
	['https://host/tautulli/auth/login', 'https://host/tautulli'],
	// What examples of the API show
	['http://host:8181/api/v2', 'http://host:8181'],
	['http://host:8181/tautulli/api/v2/', 'http://host:8181/tautulli'],
	['http://host:8181/api/v2?cmd=get_activity', 'http://host:8181'],
	// Roots of proxies
	['https://host/tautulli', 'https://host/tautulli'],
	['https://host/tautulli///', 'https://host/tautulli'],
	['https://host/home/tautulli/', 'https://host/home/tautulli'],
	['https://host/status', 'https://host/status'],
	// What stands around it
	['  http://host:8181  ', 'http://host:8181'],
	['"http://host:8181/"', 'http://host:8181'],
	['‘http://host:8181’', 'http://host:8181'],
	['<http://host:8181/>', 'http://host:8181'],
	['\u200Bhttp://host:8181\uFEFF', 'http://host:8181'],
	// The scheme
	['192.168.1.5:8181', 'http://192.168.1.5:8181'],
	['localhost:8181', 'http://localhost:8181'],
	['localhost:8181/home', 'http://localhost:8181'],
	['tautulli.local', 'http://tautulli.local'],
	['//host:8181', 'http://host:8181'],
	['[::1]:8181', 'http://[::1]:8181'],
	['HTTP://Host:8181', 'http://host:8181'],
	['https//host', 'https://host'],
	['http:/host:8181', 'http://host:8181'],
	['http://https://host', 'https://host'],
	['http：//host：8181', 'http://host:8181'],
	['http:\\\\host:8181', 'http://host:8181'],
])('Tautulli behind %s', (written, url) => {
	expect(readAddress(written, 'tautulli')).toEqual({url, notes: []});
});

test.each([
	['http://host:32400/web/index.html#!/media/abc/com.plexapp.plugins.library', 'http://host:32400'],
	['http://host:32400/web', 'http://host:32400'],
	['http://host:32400/manage', 'http://host:32400'],
	['http://host:32400/library/sections', 'http://host:32400'],
	['http://host:32400/status/sessions', 'http://host:32400'],
	['https://host/plex/web/index.html', 'https://host/plex'],
	['https://10-0-0-5.abc.plex.direct:32400', 'https://10-0-0-5.abc.plex.direct:32400'],
	['host:32400', 'http://host:32400'],
])('Plex behind %s', (written, url) => {
	expect(readAddress(written, 'plex')).toEqual({url, notes: []});
});

test.each([
	'',
	'ftp://host',
	'file:///etc/passwd',
	'two words',
	'http://',
	'/tautulli',
	'?apikey=hunter2',
	'host:hunter2',
])('%j is no address', written => {
	const read = readAddress(written, 'tautulli');
	expect(read).toMatchObject({refusal: {sentence: expect.stringContaining('is not an address')}});
	expect(JSON.stringify(read)).not.toContain('hunter2');
});

test.each(['https://app.plex.tv/desktop/#!/', 'https://plex.tv', 'https://tautulli.com'])(
	'%s is no server of anybody',
	written => {
		for (const server of ['tautulli', 'plex'] as const) {
			expect(readAddress(written, server)).toMatchObject({refusal: {sentence: expect.stringContaining('a website')}});
		}
	},
);

describe('what is odd in an address is a warning', () => {
	test.each([
		['a key behind it', 'http://host:8181/api/v2?apikey=hunter2&cmd=x', 'http://host:8181', 'tautulli.api_key'],
		['the port of Plex', 'http://host:32400', 'http://host:32400', '8181'],
	])('%s, in the file and in the environment', (_, written, url, remedy) => {
		const scene = createScene();
		const file = scene.write('config.yaml', `tautulli:\n  base_url: ${written}\n  api_key: k\n`);
		const inFile = scene.load();
		const inEnvironment = scene.load({env: {HSH_TAUTULLI_BASE_URL: written}});
		expect(inFile.warnings).toEqual([
			expect.stringMatching(/line 2, column 13: tautulli\.base_url h(?:olds a key|as port)/),
		]);
		expect(inFile.warnings[0]).toContain(file);
		expect(inEnvironment.warnings).toEqual([expect.stringMatching(/^HSH_TAUTULLI_BASE_URL: h/)]);
		for (const {tautulli, warnings} of [inFile, inEnvironment]) {
			expect(tautulli?.baseUrl).toBe(url);
			expect(warnings[0]).toContain(remedy);
			expect(warnings[0]).not.toContain('hunter2');
		}
	});

	test('the same of Plex', () => {
		const env = {
			HSH_TAUTULLI_API_KEY: 'k',
			HSH_PLEX_TOKEN: 't',
			HSH_PLEX_URL: 'http://host:8181/library/sections?X-Plex-Token=hunter2',
		};
		const {plex, warnings} = createScene().load({env});
		expect(plex?.baseUrl).toBe('http://host:8181');
		expect(warnings).toHaveLength(2);
		expect(warnings.join()).not.toContain('hunter2');
	});
});
