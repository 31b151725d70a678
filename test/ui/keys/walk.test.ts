import {expect, test} from 'vitest';
import {bindings} from '../../../source/ui/keys/bindings.ts';
import {commonLines, paneLines} from '../../../source/ui/keys/help-lines.ts';
import {allViews} from '../../../source/views/index.ts';
import {needsSubject} from '../../../source/views/plan/query.ts';
import {type Stage, setStage} from '../stage.ts';

/** What leaves the screen to others, or paints the same one anew. */
const beside = ['suspend', 'repaint', 'leave', 'quit'];

const keys = bindings.filter(({action}) => !beside.includes(action)).flatMap(binding => binding.keys);

const names = allViews()
	.filter(({takes}) => !needsSubject(takes))
	.map(({name}) => name);

const go = async (stage: Stage, name: string): Promise<void> => {
	await stage.press('0');
	await stage.type(name);
	await stage.press('enter');
};

const open = async (name: string): Promise<Stage> => {
	const stage = await setStage({columns: 80, rows: 24, sources: {}});
	await go(stage, name);
	return stage;
};

/** One key after the other on the same screen: where each is answered, all are. */
test.each(names)('in %s each key does something or is answered', async name => {
	const silent: string[] = [];
	const stage = await open(name);
	for (const key of keys) {
		const before = stage.text();
		const runs = stage.copied.length + stage.mouse.length;
		await stage.press(key);
		if (stage.text() === before && stage.copied.length + stage.mouse.length === runs) silent.push(key);
		const isStill = stage.text().includes('›[');
		await stage.press('esc');
		if (!isStill) await go(stage, name);
	}
	// Where a table has room for all of its columns it shows no others.
	expect(silent.filter(key => key !== '>')).toEqual([]);
});

test('the help has a line for every action, and one only', () => {
	const told = [...paneLines, ...commonLines].flatMap(({actions}) => actions);
	expect(told.toSorted()).toEqual(bindings.map(({action}) => action).toSorted());
});

test.each(names)('from %s, its help and its past, esc leads home', async name => {
	const stage = await open(name);
	await stage.press('[', 'enter', '?', 'z');
	for (let each = 0; each < 8; each += 1) await stage.press('esc');
	expect(stage.text()).toContain('[1 Now playing]');
	expect(stage.text()).not.toContain('PAST');
	expect(stage.quits).toEqual([]);
});
