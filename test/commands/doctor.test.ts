import {expect, test} from 'vitest';
import {glyphsFor} from '../../source/canvas/glyphs.ts';
import {rowText} from '../../source/canvas/row.ts';
import {textWidth} from '../../source/canvas/widths.ts';
import {doctor} from '../../source/commands/doctor.ts';
import {doctorReport} from '../../source/commands/doctor-report.ts';
import {type Finding, type Placed, type SectionId, warning, well, wrong} from '../../source/doctor/finding.ts';
import {AppError, type AppErrorDetails, type ErrorCode} from '../../source/domain/app-error.ts';
import {createScene} from '../config/scene.ts';
import {fakeNow} from '../helpers/fake-sources.ts';
import {refusedUrl} from '../helpers/fault-server.ts';
import {runFake} from '../helpers/run-fake.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';

const error = (code: ErrorCode, message: string, details: AppErrorDetails = {}) =>
	new AppError(code, message, details).toJSON();

const placed = (section: SectionId, ...found: readonly Finding[]): Placed[] => found.map(one => ({...one, section}));

const found: Placed[] = [
	...placed('program', well('tautop', '1.2.3'), well('Node.js', '24.21.0')),
	...placed('configuration', well('file', '/home/marta/.config/tautop/config.yaml, by your configuration folder')),
	...placed(
		'tautulli',
		well('connection', 'accepted by 192.168.1.20', 3),
		well('API', 'answers as Tautulli', 38),
		wrong(
			'key',
			error('unauthorized', 'Tautulli at tower:8181 refused the API key.', {
				hint: 'Copy it again to tautulli.api_key. In Tautulli it stands under Settings, Web Interface, API.',
				server: 'tautulli',
			}),
		),
		warning('clock', 'this machine is 14 min behind', 'Set the clock that is wrong.'),
	),
	...placed('history', well('local copy', '48 210 rows; synced 3 min ago')),
];

const frame = {width: 80, glyphs: glyphsFor(false), now: fakeNow, zone: 'UTC', zoneName: 'UTC', commandFlags: ''};

test('as a picture at 80 columns', async () => {
	const rows = doctorReport('1.2.3', found).draw(frame).map(rowText);
	await expect(`${rows.map(row => row.trimEnd()).join('\n')}\n`).toMatchFileSnapshot('goldens/doctor.txt');
	for (const row of rows) expect(textWidth(row)).toBeLessThanOrEqual(80);
});

test('as sentences for a screen reader', () => {
	expect(doctorReport('1.2.3', found.slice(6, 7)).says?.()).toEqual([
		'Tautulli, clock: warning. this machine is 14 min behind. Set the clock that is wrong.',
		'1 warning: Tautulli clock.',
	]);
});

test('all is well', () => {
	const rows = doctorReport('1.2.3', placed('program', well('tautop', '1.2.3'))).draw(frame);
	expect(rowText(rows.at(-1) ?? [])).toBe('All is well.');
});

test('JSON and lines name every check, with the code of what is wrong', () => {
	const {json, table} = doctorReport('1.2.3', found.slice(5, 7));
	expect(json).toEqual({
		tautop: '1.2.3',
		state: 'wrong',
		exit_code: 77,
		checks: [
			{
				section: 'tautulli',
				name: 'key',
				state: 'wrong',
				text: 'Tautulli at tower:8181 refused the API key.',
				remedy: expect.any(String),
				code: 'unauthorized',
				ms: null,
			},
			expect.objectContaining({name: 'clock', state: 'warning', code: null}),
		],
	});
	expect(table.rows.map(row => row.length)).toEqual([7, 7]);
});

const bug: Finding = {name: 'log', state: 'wrong', text: 'oops', remedy: null, error: null, ms: null};

test.each<[string, readonly Finding[], number]>([
	['warnings alone', [well('a', ''), warning('b', '', null)], 0],
	['a bug', [bug], 1],
	['the database', [wrong('a', error('store', 'x'))], 1],
	['a path that is wrong', [wrong('a', error('not-found', 'x', {server: 'plex'}))], 69],
	[
		'a server that is away, and a refused key',
		[wrong('a', error('timeout', 'x')), wrong('b', error('unauthorized', 'x'))],
		77,
	],
	['the configuration before all', [bug, wrong('a', error('config', 'x')), wrong('b', error('unauthorized', 'x'))], 78],
])('the exit code: %s', (_, findings, code) => {
	expect(doctorReport('1.2.3', placed('files', ...findings)).exitCode).toBe(code);
});

const examinedIn = async (files: Readonly<Record<string, string>>, env: Record<string, string> = {}) => {
	const scene = createScene();
	for (const [name, text] of Object.entries(files)) scene.write(name, text);
	const {stdout, code} = await runFake(doctor, {surroundings: scene.surroundings({env}), flags: {json: true}});
	const {checks} = JSON.parse(stdout);
	return {code, checks, stdout, lines: checks.map((one: Placed) => `${one.section} ${one.name} ${one.state}`)};
};

test('without a configuration: 78, and everything here is looked at all the same', async () => {
	const {code, lines} = await examinedIn({});
	expect(code).toBe(78);
	expect(lines).toEqual(
		expect.arrayContaining([
			'program SQLite well',
			'configuration problem wrong',
			'files database well',
			'terminal terminal well',
			'database file well',
		]),
	);
});

test('with one that is broken: each wrong place in a line, its database is looked at, and no value is told', async () => {
	const text = 'tautulli: {base_url: "http://me:canary@x", api_key: canary}\ndashboard: {days: canary}\n';
	const {code, checks, stdout} = await examinedIn({'config.yaml': text});
	expect(code).toBe(78);
	expect(checks.filter(({name}: Placed) => name === 'problem')).toHaveLength(2);
	expect(stdout).not.toContain('canary');
});

test('both servers away: 69, with the rest', async () => {
	const [one, two] = [await refusedUrl(), await refusedUrl()];
	const text = `tautulli: {base_url: "${one}", api_key: canary-key}\nplex: {base_url: "${two}", token: canary-token}\n`;
	const {code, lines, stdout} = await examinedIn({'config.yaml': text});
	expect(code).toBe(69);
	expect(lines).toEqual(
		expect.arrayContaining(['tautulli connection wrong', 'plex connection wrong', 'database file well']),
	);
	expect(stdout).not.toContain('canary');
});

test('a well server, and one with a refused key', async () => {
	const {url, apiKey} = await startScriptedTautulli();
	const env = (key: string) => ({HSH_TAUTULLI_BASE_URL: url, HSH_TAUTULLI_API_KEY: key});
	const fine = await examinedIn({}, env(apiKey));
	expect(fine.lines).toEqual(expect.arrayContaining(['tautulli key well', 'plex server well']));
	expect(fine.stdout).not.toContain(apiKey);
	const refused = await examinedIn({}, env('canary-key'));
	expect(refused.code).toBe(77);
	expect(refused.lines).toContain('tautulli key wrong');
	expect(refused.stdout).not.toContain('canary');
});

test('one that is switched off', async () => {
	const {code, lines} = await examinedIn({'config.yaml': 'tautulli: {enabled: false}\n'});
	expect(code).toBe(0);
	expect(lines).toContain('tautulli server warning');
});
