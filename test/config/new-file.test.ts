import {expect, test} from 'vitest';
import {alternatives} from '../../source/config/alternatives.ts';
import {type NewConfig, newFileText} from '../../source/config/new-file.ts';
import {createScene} from './scene.ts';

const server = {verifyTls: true, caFile: null, headers: {}, others: {}};
const both: NewConfig = {
	tautulli: {...server, baseUrl: 'http://tower:8181', secret: '0123456789e123'},
	plex: {...server, baseUrl: 'https://tower:32400', secret: 'yes', verifyTls: false, headers: {Cookie: 'a: b'}},
	libraries: ['TV: "new"', 'Movies'],
};

test('a new file is read as it was meant, without a warning', () => {
	const scene = createScene();
	const file = scene.write('new.yaml', newFileText(both, null));
	expect(scene.load({flags: {config: file}})).toMatchObject({
		tautulli: {baseUrl: 'http://tower:8181', apiKey: '0123456789e123', verifyTls: true},
		plex: {baseUrl: 'https://tower:32400', token: 'yes', verifyTls: false, headers: {Cookie: 'a: b'}},
		collect: {libraries: ['TV: "new"', 'Movies']},
		warnings: [],
	});
});

test('without Plex nothing is half configured', () => {
	const scene = createScene();
	const text = newFileText({...both, plex: null, libraries: []}, null);
	const config = scene.load({flags: {config: scene.write('new.yaml', text)}});
	expect(config).toMatchObject({plex: null, collect: {libraries: []}, warnings: []});
	expect(text).toContain('`tautop config --example`');
});

test('what else stood in the old file stays, comments too', () => {
	const old = `# mine
tautulli:
  enabled: false
  base_url: http://old # here
  verify_tls: false
dashboard:
  days: 7 # a week
plex:
`;
	const text = newFileText({...both, libraries: []}, old);
	for (const kept of ['# mine', '# here', 'days: 7 # a week']) expect(text).toContain(kept);
	expect(text).not.toMatch(/enabled: false|http:\/\/old/);
	const scene = createScene();
	expect(scene.load({flags: {config: scene.write('new.yaml', text)}})).toMatchObject({
		tautulli: {baseUrl: 'http://tower:8181', enabled: true, verifyTls: true},
		plex: {token: 'yes'},
		dashboard: {days: 7},
		warnings: [],
	});
});

const guarded = `tautulli:
  base_url: http://old
  ca_file: /etc/old.pem
  headers: {CF-Access-Client-Secret: of the old address}
plex:
  base_url: http://old:32400
  token: abc
  ca_file: /etc/old.pem
  verify_tls: false
  headers: {CF-Access-Client-Secret: of the old address}
`;

test('what was of the old address does not stay for the new one', () => {
	const scene = createScene();
	const text = newFileText({...both, libraries: []}, guarded);
	expect(text).not.toContain('old');
	expect(scene.load({flags: {config: scene.write('new.yaml', text)}})).toMatchObject({
		tautulli: {baseUrl: 'http://tower:8181', headers: {}},
		plex: {headers: {Cookie: 'a: b'}},
		warnings: [],
	});
});

test('nor does it where Plex is left out', () => {
	expect(newFileText({...both, plex: null, libraries: []}, guarded)).toMatch(/\nplex:\n {2}libraries: \[\]\n$/);
});

test('where a server may be that was not found', () => {
	expect(alternatives('http://tower/tautulli', 'tautulli')).toEqual([
		'https://tower/tautulli',
		'http://tower',
		'http://tower:8181',
		'http://tower:8181/tautulli',
		'https://tower:8181',
		'http://localhost:8181',
	]);
	expect(alternatives('https://10.0.0.5:32400', 'plex')).toEqual(['http://10.0.0.5:32400', 'http://localhost:32400']);
	// As containers call each other; from outside it is another name.
	expect(alternatives('http://tautulli:9181', 'tautulli')).toContain('http://localhost:9181');
});

const listed = `# all of mine
servers:
  - name: home # the first
    tautulli: {base_url: "http://tower:8181", api_key: "0123456789abcdef"}
    upload_mbps: 40
  - name: cabin
    tautulli: {base_url: "http://cabin:8181", api_key: "fedcba9876543210"}
dashboard:
  days: 7
`;

test('in a list one server is changed, and the others and what is of all stay', () => {
	const scene = createScene();
	const text = newFileText({...both, plex: null}, listed, {name: 'cabin', index: 1});
	expect(text).toContain('# all of mine');
	expect(text).toContain('- name: home # the first');
	const file = scene.write('new.yaml', text);
	expect(scene.load({flags: {config: file}})).toMatchObject({
		name: 'home',
		serverNames: ['home', 'cabin'],
		tautulli: {baseUrl: 'http://tower:8181', apiKey: '0123456789abcdef'},
		dashboard: {days: 7, uploadMbps: 40},
		warnings: [],
	});
	expect(scene.load({flags: {config: file, server: 'cabin'}})).toMatchObject({
		tautulli: {baseUrl: 'http://tower:8181', apiKey: '0123456789e123'},
		plex: null,
	});
});

test('a list gets one more server', () => {
	const scene = createScene();
	const file = scene.write('new.yaml', newFileText(both, listed, {name: 'attic', index: 2}));
	expect(scene.load({flags: {config: file, server: 'attic'}})).toMatchObject({
		serverNames: ['home', 'cabin', 'attic'],
		tautulli: {apiKey: '0123456789e123'},
		plex: {token: 'yes'},
		collect: {libraries: ['TV: "new"', 'Movies']},
		warnings: [],
	});
});
