import {describe, expect, test} from 'vitest';
import {type Settings, writeConfiguration} from '../helpers/configuration.ts';
import {isLive, startDashboard} from '../helpers/dashboard.ts';
import type {Fault} from '../helpers/fault-server.ts';
import {answer, emptyBody, hangUp, loginPage, notHttp, proxyPage, silence} from '../helpers/faults.ts';
import {data, recorded, type ScriptedTautulli, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal} from '../helpers/terminal.ts';

const open = async (
	tautulli: ScriptedTautulli,
	settings: Omit<Settings, 'tautulli'> & {readonly key?: string} = {},
): Promise<Terminal> => {
	const {key = tautulli.apiKey, ...others} = settings;
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: key}, ...others});
	return startDashboard({args: ['--config', file], cols: 120, rows: 40});
};

const text = (tautop: Terminal): string => tautop.screen().join('\n');

/** What "success" with nothing in it means: Tautulli answers, Plex does not. */
const plexAway = data({});

describe('Plex away while Tautulli answers', () => {
	test('from the start: who is watching is not known, and nobody is not claimed', async () => {
		const tautulli = await startScriptedTautulli();
		tautulli.play('get_activity', plexAway);
		const tautop = await open(tautulli);
		await tautop.waitFor('Who is watching is not known: Tautulli answers, Plex does not.');
		expect(tautop.screen()[0]).toMatch(/^ ! .*Plex is away since \d\d:\d\d {3}retry \d+ s/);
		await tautulli.arrived(tautulli.requests.length + 1);
		expect(text(tautop)).not.toContain('Nobody is watching');
		expect(tautop.outputSince(0)).not.toContain('Nobody');
	});

	test('in mid-run: the last streams are told with their time, and live values come back by themselves', async () => {
		const tautulli = await startScriptedTautulli();
		const tautop = await open(tautulli);
		await tautop.waitFor(isLive);
		tautulli.play('get_activity', plexAway);
		await tautop.waitFor('Who is watching is not known');
		expect(text(tautop)).toMatch(/At \d\d:\d\d: {2}4 streams, 1 transcode \(/);
		expect(tautop.screen()[0]).toContain('Plex is away since');
		expect(tautop.screen()[0]).not.toContain('live');
		tautulli.recover();
		await tautop.waitFor(lines => isLive(lines) && !lines.join('\n').includes('not known'));
		expect(tautop.outputSince(0)).not.toContain('Nobody');
	});

	test('after an idle hour: nobody is no longer claimed', async () => {
		const tautulli = await startScriptedTautulli();
		tautulli.play('get_activity', recorded('get_activity--no-streams'));
		const tautop = await open(tautulli);
		await tautop.waitFor('Nobody is watching.');
		tautulli.play('get_activity', plexAway);
		await tautop.waitFor('Who is watching is not known');
		expect(text(tautop)).not.toContain('Nobody');
	});
});

describe('Tautulli lost in mid-run', () => {
	test('old values stay with their time, a countdown runs, and it comes back by itself', async () => {
		const tautulli = await startScriptedTautulli();
		const tautop = await open(tautulli);
		await tautop.waitFor(lines => isLive(lines) && !/starting|waiting|reading/.test(lines.join('\n')));
		const rows = (lines: readonly string[]): string[] => lines.filter(line => /Harbor of Theory|Channel 5/.test(line));
		expect(rows(tautop.screen()).length).toBeGreaterThan(1);
		tautulli.play('*', hangUp);
		await tautop.waitFor(/^ ✕ .*Tautulli: no answer since \d\d:\d\d {3}retry \d+ s/);
		expect(rows(tautop.screen()).length).toBeGreaterThan(1);
		await tautop.waitFor(/1 Now playing\].* as of \d\d:\d\d /);
		expect(tautop.screen()[0]).not.toContain('live');
		const countdown = (): string | undefined => /retry (\d+) s/.exec(tautop.screen()[0] ?? '')?.[1];
		const first = countdown();
		await tautop.waitFor(() => countdown() !== undefined && countdown() !== first);
		tautulli.recover();
		await tautop.waitFor(lines => isLive(lines) && !lines.join('\n').includes('as of'), 40_000);
	});

	test('r ends the wait', async () => {
		const tautulli = await startScriptedTautulli();
		tautulli.play('*', hangUp);
		const tautop = await open(tautulli);
		await tautop.waitFor(/Tautulli: no answer since .* retry \d+ s/);
		tautulli.recover();
		tautop.type('r');
		await tautop.waitFor(isLive);
	});
});

test('a refused key says so, has no countdown, and is not tried again until r', async () => {
	const tautulli = await startScriptedTautulli();
	const wrong = 'ffffffffffffffffffffffffffffffff';
	const counted = (key: string): number => tautulli.requests.filter(({body}) => body.includes(key)).length;
	const refused = await open(tautulli, {key: wrong});
	// The same dashboard with the right key beside it is the clock: it asks every second.
	const other = await open(tautulli);
	const rounds = async (count: number): Promise<void> => {
		const goal = counted(tautulli.apiKey) + count;
		while (counted(tautulli.apiKey) < goal) await tautulli.arrived(tautulli.requests.length + 1);
	};
	await refused.waitFor('Tautulli refused the key');
	await other.waitFor(isLive);
	await rounds(2);
	const before = counted(wrong);
	expect(before).toBeGreaterThan(0);
	expect(before).toBeLessThanOrEqual(8);
	await rounds(5);
	expect(counted(wrong)).toBe(before);
	expect(text(refused)).not.toMatch(/retry \d/);
	expect(refused.screen()[0]).toContain('r asks again');
	refused.type('r');
	while (counted(wrong) === before) await tautulli.arrived(tautulli.requests.length + 1);
});

const faults: readonly [name: string, fault: Fault, words: string][] = [
	['a login page of a proxy', loginPage, 'Tautulli: an answer that cannot be read'],
	['an error page of nginx', proxyPage(502), 'Tautulli: an error of its own'],
	['500', answer(500, 'Internal Server Error'), 'Tautulli: an error of its own'],
	['no answer at all', silence, 'Tautulli: no answer'],
	['a closed connection', hangUp, 'Tautulli: no answer'],
	['another protocol', notHttp, 'Tautulli:'],
	['nothing', emptyBody, 'Tautulli: an answer that cannot be read'],
	// The others are tried on the transport; here one of each kind is enough.
	['null', answer(200, 'null'), 'Tautulli: an answer that cannot be read'],
	['nesting without end', answer(200, '['.repeat(100_000)), 'Tautulli: an answer that cannot be read'],
];

test.each(faults)('%s: said in words, with a countdown, and without a false number', async (_, fault, words) => {
	const tautulli = await startScriptedTautulli();
	tautulli.play('*', fault);
	const tautop = await open(tautulli, {timeoutSeconds: 1});
	await tautop.waitFor(lines => (lines[0] ?? '').includes(words) && /retry \d+ s/.test(lines[0] ?? ''));
	expect(text(tautop)).not.toMatch(/Nobody|0 streams| live |NaN|undefined|\[object/);
	tautop.type('q');
	expect((await tautop.ended()).status).toBe(0);
});

/** An answer of so many megabytes without a single thing in it. */
const nothings = (megabytes: number): Fault => {
	const sessions = '{},'.repeat(Math.floor((megabytes * 1_000_000) / 3));
	return answer(200, `{"response":{"result":"success","message":null,"data":{"sessions":[${sessions}{}]}}}`);
};

test.each([1, 12])(
	'%d MB of nothing for sessions is one odd answer: all else lives on, and it comes back',
	async size => {
		const tautulli = await startScriptedTautulli();
		tautulli.play('get_activity', nothings(size));
		const tautop = await open(tautulli);
		await tautop.waitFor(lines => (lines[0] ?? '').includes('Tautulli: an answer that cannot be read'));
		await tautop.waitFor(lines => !/starting|waiting/.test(lines.join('\n')));
		tautop.type('d');
		await tautop.waitFor(/sent more (?:sessions than there can be|than an answer can hold)/);
		tautop.type('d');
		tautulli.recover();
		tautop.type('r');
		await tautop.waitFor(isLive);
		tautop.type('q');
		expect((await tautop.ended()).status).toBe(0);
	},
);

test('a stream without a key costs itself: the others are shown, and d names it', async () => {
	const tautulli = await startScriptedTautulli();
	const sessions = [
		{full_title: 'Lost Letters'},
		{session_key: '2', full_title: 'Quiet Rivers', friendly_name: 'marta'},
	];
	tautulli.play('get_activity', data({stream_count: '2', sessions}));
	const tautop = await open(tautulli);
	await tautop.waitFor('Quiet Rivers');
	await tautop.waitFor('1 stream that cannot be read');
	expect(tautop.screen()[0]).toContain('2 streams');
	tautop.type('d');
	await tautop.waitFor(/What was odd/);
	await tautop.waitFor(/full_title Lost Letters/);
});
