import path from 'node:path';
import {expect, test} from 'vitest';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay, fakeSettings, fakeSources} from '../helpers/fake-sources.ts';
import {type Stage, setStage} from './stage.ts';

const last = (stage: Stage): string => (stage.text().split('\n').at(-1) ?? '').trim();
const first = (stage: Stage): string => stage.text().split('\n')[0] ?? '';
const typed = (words: string): string[] => [...words];

test('a key without a meaning is answered until the next key, at most three seconds', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('w');
	expect(last(stage)).toBe('w does nothing here');
	await stage.press('j');
	expect(last(stage)).not.toContain('nothing');
	await stage.press('w');
	await stage.clock.pass(3);
	expect(last(stage)).not.toContain('nothing');
});

test('the key that connects a server waits until it is known whether there is one', async () => {
	const starting = await setStage({});
	await starting.press('i');
	expect(last(starting)).toBe('still starting: that key again in a moment');
	const demo = await setStage({sources: {settings: async () => ({...fakeSettings, unconfigured: true})}});
	await demo.press('i');
	expect(demo.inits).toEqual([true]);
});

test('what is off says by what', async () => {
	const stage = await setStage({sources: {settings: async () => ({...fakeSettings, lookOnly: true})}});
	await stage.press('c');
	expect(last(stage)).toBe('c is off: --look-only');
});

test('a remapped key is the one that footer and help print', async () => {
	const keys = {zoom: 'w', sort: 'W'};
	const stage = await setStage({sources: {settings: async () => ({...fakeSettings, keys})}});
	expect(last(stage)).toContain('w zoom');
	await stage.press('?', ...typed('zoom'));
	expect(stage.text()).toMatch(/› ?w +whole screen/);
	await stage.press('enter');
	expect(stage.text()).toContain('home ›[now]');
});

test('help is searched by typing, and Enter runs what is named', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('5', '?', ...typed('reverse'), 'enter');
	expect(stage.text()).toMatch(/▴plays/);
});

test('help and the list of views close with the key that opened them, and with q', async () => {
	const stage = await setStage({sources: {}});
	for (const opener of ['?', '0', ':']) {
		for (const closer of [opener, 'q', 'esc', 'backspace']) {
			await stage.press(opener);
			expect(stage.text()).toMatch(/\[help\]|━ Views/);
			await stage.press(closer);
			expect(stage.text()).not.toMatch(/\[help\]|━ Views/);
		}
	}
	expect(stage.quits).toEqual([]);
});

test.each([
	[80, 24],
	[120, 40],
	[50, 20],
])('the views by name at %i x %i', async (columns, rows) => {
	const stage = await setStage({columns, rows, sources: {}});
	await stage.press('0', ...typed('pla'), 'down');
	const file = `views-${columns}x${rows}.txt`;
	await expect(`${stage.text()}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', file));
});

test('the list of views takes what a name begins with before what holds it', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('0', ...typed('cap'), 'enter');
	expect(stage.text()).toContain('[capacity]');
});

test('the list of views looks for a name in users, titles, collections and plays', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('0', ...typed('marta'), 'enter');
	expect(stage.text()).toContain('[users] /marta');
	await stage.press('0', ...typed('marta'), 'down', 'down', 'down', 'enter');
	expect(stage.text()).toContain('[history] /marta');
});

test('a view that is about one thing opens from a row that it can be about', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('0', ...typed('play'), 'enter');
	expect(last(stage)).toBe('One play opens from a row that it is about');
});

test('the time machine: whole five minutes, days, and now again', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('[');
	expect(first(stage)).toMatch(/^ PAST {2}Sun 22 Nov 21:00 /);
	expect(last(stage)).toBe('[ ] 5 minutes   { } a day   esc now');
	await stage.press('{', '[');
	expect(first(stage)).toContain('Sat 21 Nov 20:55');
	await stage.press('c');
	expect(last(stage)).toBe('c is off in the past; esc leads back to now');
	await stage.press('}', ']', ']');
	expect(first(stage)).not.toContain('PAST');
	await stage.press(']');
	expect(last(stage)).toBe('] does nothing here');
});

test('every window ends at the moment that is seen, and q goes back to now before it quits', async () => {
	const asked: unknown[] = [];
	const stage = await setStage({
		sources: {
			plays: async (query, signal) => {
				if (query.by === 'hour') asked.push(query.window);
				return fakeSources().sources.plays(query, signal);
			},
		},
	});
	await stage.press('[');
	expect(asked.at(-1)).toEqual({days: 30, at: 1_795_377_600});
	await stage.press('q');
	expect([first(stage).includes('PAST'), stage.quits]).toEqual([false, []]);
	expect(asked.at(-1)).toEqual({days: 30});
});

test('what is typed into history is asked when the typing rests, once', async () => {
	const asked: unknown[] = [];
	const stage = await setStage({
		sources: {
			history: async (query, signal) => {
				asked.push(query.where.text);
				return fakeSources().sources.history(query, signal);
			},
		},
	});
	await stage.press('0', ...typed('history'), 'enter', '/', ...typed('harb'));
	expect(asked).toEqual([undefined]);
	await stage.clock.pass(1);
	expect(asked).toEqual([undefined, 'harb']);
	await stage.press('enter', '-');
	expect(asked).toEqual([undefined, 'harb', undefined]);
});

test('a filter says how many of all rows it leaves', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('5', '5', '/', ...typed('shelf'));
	expect(stage.text()).toContain('home ›[collections] /shelf 25 of 36');
	await stage.press('enter', '-');
	expect(stage.text()).not.toContain('/shelf');
});

test('a paste goes into a text as one line, and runs nothing', async () => {
	const stage = await setStage({sources: {}});
	await stage.hear({type: 'paste', text: 'cyq\r'});
	expect([last(stage), stage.quits]).toEqual(['a paste runs nothing', []]);
	await stage.press('5', '/');
	await stage.hear({type: 'paste', text: 'nordic\r\n\u001B[2Jnoir'});
	expect(last(stage)).toContain('/nordic noir');
});

test('Y copies the row and says it; O the address of its title', async () => {
	const stage = await setStage({
		sources: {settings: async () => ({...fakeSettings, tautulliUrl: 'http://tower:8181/t'})},
	});
	await stage.press('5', 'j', 'Y');
	expect(stage.copied[0]).toMatch(/Studio Ghibli.*188/);
	expect(last(stage)).toContain('copied: ');
	await stage.press('O');
	expect(stage.copied[1]).toBe('http://tower:8181/t/info?rating_key=900001');
	expect(last(stage)).toBe('copied: http://tower:8181/t/info?rating_key=900001');
	await stage.press('6', 'O');
	expect(last(stage)).toBe('Tautulli has no page of this');
});

test('m has the mouse heard; a click chooses a row and opens it the second time, the wheel moves', async () => {
	const stage = await setStage({columns: 120, rows: 40, sources: {}});
	await stage.press('m', 'm', 'm');
	expect(stage.mouse).toEqual([true, false, true]);
	const click = (words: string) => {
		const lines = stage.text().split('\n');
		const row = lines.findIndex(line => line.includes(words));
		return stage.hear({type: 'mouse', did: 'click', column: lines[row]?.indexOf(words) ?? 0, row});
	};
	await click('Oscars 2026');
	expect(stage.text()).toMatch(/\[5 Collections\]/);
	expect(stage.text()).toMatch(/› +4 .*Oscars 2026/);
	await stage.hear({type: 'mouse', did: 'wheel-up', column: 1, row: 1});
	expect(stage.text()).toMatch(/› +3 .*Best of the 90s/);
	await click('Oscars 2026');
	await click('Oscars 2026');
	expect(stage.text()).toContain('›[Oscars 2026]');
	await click('? help');
	expect(stage.text()).toContain('›[help]');
});

test('the window is called after what runs, and changes with it alone', async () => {
	const stage = await setStage({sources: {}});
	expect(stage.dashboard.title()).toBe('tautop: 3 streams, 1 transcode');
});

test('what a view answers can be typed as it is asked, in the list of views and in the help', async () => {
	for (const key of ['0', '?']) {
		const stage = await setStage({sources: {}});
		await stage.press(key, ...typed('off the home'), 'enter');
		expect(stage.text()).toContain('›[take off home]');
	}
});

test('a date opens its day, typed in the list of views or as a filter', async () => {
	const inList = await setStage({sources: {}});
	await inList.press('0', ...typed('21 nov'));
	expect(inList.text()).toMatch(/› +day +One day +Sat 21 Nov/);
	await inList.press('enter');
	expect(inList.text()).toContain('›[Sat 21 Nov]');
	const asFilter = await setStage({sources: {}});
	await asFilter.press('/', ...typed('2026-11-20'));
	expect(last(asFilter)).toBe('/2026-11-20_   ↵ open Fri 20 Nov   esc back');
	await asFilter.press('enter');
	expect(asFilter.text()).toContain('›[Fri 20 Nov]');
});

test('a weekday opens the last such day in the list of views; as a filter it is looked for, since series are called so', async () => {
	const inList = await setStage({sources: {}});
	await inList.press('0', ...typed('last tuesday'));
	expect(inList.text()).toMatch(/› +day +One day +Tue 17 Nov/);
	const asFilter = await setStage({sources: {}});
	await asFilter.press('/', ...typed('Wednesday'));
	expect(last(asFilter)).not.toContain('open Wed');
});

test('where people have no names on the screen, none leave through it', async () => {
	for (const names of ['initials', 'none'] as const) {
		const stage = await setStage({sources: {settings: async () => ({...fakeSettings, names})}});
		await stage.press('e');
		expect(last(stage)).toBe('e is off: dashboard.names');
		await stage.press('Y');
		expect(stage.copied.join()).not.toMatch(/marta/i);
		await stage.press('0', ...typed('history'), 'enter', 'Y', 'e', 'c');
		expect(stage.copied.join()).not.toMatch(/marta/i);
		expect(stage.saved).toEqual([]);
	}
});

test('while a page reads its first answer, Enter says so', async () => {
	const stage = await setStage({sources: {history: () => new Promise(() => {})}});
	await stage.press('0', ...typed('history'), 'enter', 'enter');
	expect(last(stage)).toBe('still reading: ↵ again once it is there');
});

test('a search in history says how much it found, and ! searches all of it too', async () => {
	const asked: unknown[] = [];
	const stage = await setStage({
		sources: {
			history: async ({where}) => {
				asked.push(where.text);
				const plays = [fakePlay({rowId: 90})];
				return {
					recordsTotal: 90,
					recordsFiltered: where.text ? 5 : 71,
					recordsSearched: 71,
					start: 0,
					plays,
					coverage: fullCoverage(fakeNow),
				};
			},
		},
	});
	await stage.press('0', ...typed('history'), 'enter', '/', ...typed('!harb'), 'enter');
	await stage.clock.pass(1);
	expect(stage.text()).toMatch(/history\] +\/!harb 5 of 71 ━+ 30 days ━/);
	expect(asked.at(-1)).toBe('!harb');
});
