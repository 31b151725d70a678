import {expect, test} from 'vitest';
import {textWidth} from '../../source/canvas/widths.ts';
import type {SourcesEvent} from '../../source/questions/sources.ts';
import {bindings} from '../../source/ui/keys/bindings.ts';
import {allViews} from '../../source/views/index.ts';
import {fakeSettings} from '../helpers/fake-sources.ts';
import {brokenWorld} from './broken-world.ts';
import {type Chance, chanceFrom} from './random.ts';
import {type Stage, setStage} from './stage.ts';

const keys = bindings.flatMap(binding => binding.keys);
const [firstKey = 'j', ...otherKeys] = keys;
const [firstName = 'now', ...otherNames] = allViews().map(({name}) => name);

const size = (chance: Chance) => ({
	columns: 20 + chance.below(chance.pick([60, 120, 281])),
	rows: 3 + chance.below(chance.pick([21, 45, 78])),
});

/** What a hand, a mouse, a terminal and a server can do; each returns what it did. */
const deeds: ReadonlyArray<(stage: Stage, chance: Chance) => Promise<unknown>> = [
	...Array.from(
		{length: 9},
		() => (stage: Stage, chance: Chance) => stage.press(chance.pick([firstKey, ...otherKeys])),
	),
	(stage, chance) => stage.press('0', ...chance.pick([firstName, ...otherNames]), 'enter'),
	(stage, chance) => stage.press('enter', chance.pick(['enter', 'down', 'u'])),
	(stage, chance) => stage.press(chance.pick(['[', '{', '[', ']'])),
	(stage, chance) =>
		stage.press('?', ...chance.pick(['', 'z', 'copy', 'qqq', '語']), chance.pick(['enter', 'esc', 'down'])),
	(stage, chance) =>
		stage.press('/', ...chance.pick(['a', 'long', '語', '\u0301', '(']), chance.pick(['enter', 'esc', 'z'])),
	(stage, chance) =>
		stage.hear({type: 'paste', text: chance.pick(['x', 'a\u001B[2Jb\u0007', '👩🏽‍🚀語'.repeat(99), '\u202E\n\r\n'])}),
	(stage, chance) =>
		stage.hear({
			type: 'mouse',
			did: chance.pick(['click', 'click', 'wheel-up', 'wheel-down']),
			column: chance.below(310) - 2,
			row: chance.below(85) - 2,
		}),
	(stage, chance) => stage.clock.pass(chance.pick([0.5, 5, 30, 90])),
	(stage, chance) =>
		stage.emit(
			chance.pick<SourcesEvent>([
				{type: 'activity'},
				{type: 'stored'},
				{type: 'odd', sentence: 'A row of users has no name.'},
			]),
		),
];

const wrongIn = (text: string, {columns, rows}: {columns: number; rows: number}): readonly string[] => {
	const lines = text.split('\n');
	return [
		...(lines.length === rows ? [] : [`${lines.length} lines`]),
		...lines.filter(line => textWidth(line) !== columns).map(line => `${textWidth(line)} cells: ${line}`),
		...lines.filter(line =>
			/undefined|\bNaN\b|Infinity|Invalid|\[object|\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u.test(line),
		),
	];
};

const namings = ['full', 'full', 'initials', 'none'] as const;

const seeds = 12;

test.each(Array.from({length: seeds}, (_, seed) => seed))(
	'whatever is done and answered, every row fits (seed %i)',
	async seed => {
		const chance = chanceFrom(seed);
		let now = size(chance);
		const names = chance.pick(namings);
		const settings = async () => ({
			...fakeSettings,
			uploadMbps: chance.pick([null, 40]),
			names,
			allowStop: true,
			lookOnly: chance.below(4) === 0,
		});
		const stage = await setStage({...now, ascii: chance.below(4) === 0, sources: brokenWorld(chance, {settings})});
		const trail: string[] = [];
		for (let turn = 0; turn < 60; turn += 1) {
			const deed = chance.below(deeds.length + 2);
			trail.push(`${deed}`);
			if (deed >= deeds.length) {
				now = size(chance);
				stage.dashboard.resize(now);
			} else await deeds[deed]?.(stage, chance);
			for (let each = 0; each < 2; each += 1) await new Promise(resolve => setImmediate(resolve));
			expect([turn, trail.slice(-5), now, wrongIn(stage.text(), now)]).toEqual([turn, trail.slice(-5), now, []]);
			expect(stage.dashboard.title()).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]|undefined|NaN/u);
			expect(stage.copied.join('')).not.toMatch(/[^\P{Cc}\t]|[\u202A-\u202E\u2066-\u2069]/u);
		}
	},
);
