import {describe, expect, test} from 'vitest';
import {createScene} from './scene.ts';

const load = (notices: string) => {
	const scene = createScene();
	const file = scene.write('config.yaml', `tautulli: {api_key: k}\nnotices:\n${notices}`);
	return {scene, file, load: () => scene.load()};
};

test('rules have their times in seconds', () => {
	const {load: loaded} = load(`  rules:
    - {when: wan, above: 35.5, for: 5m}
    - {when: buffering, for: 30s}
    - {when: lost}
    - {when: run-failed}
  every: 2h
  bell: no
`);
	expect(loaded().notices).toEqual({
		rules: [
			{when: 'wan', above: 35.5, forSeconds: 300},
			{when: 'buffering', above: null, forSeconds: 30},
			{when: 'lost', above: null, forSeconds: 0},
			{when: 'run-failed', above: null, forSeconds: 0},
		],
		everySeconds: 7200,
		bell: false,
		desktop: true,
		run: null,
	});
});

test('a day is the longest, however it is written', () => {
	const {load: loaded} = load('  every: 24h\n  rules:\n    - {when: lost, for: 1d}\n');
	expect(loaded().notices).toMatchObject({everySeconds: 86_400, rules: [{forSeconds: 86_400}]});
});

test('a command is a line for the shell, or a list whose path counts from the file', () => {
	const {scene, load: loaded} = load('  run: ~/bin/tell --loud\n');
	expect(loaded().notices.run).toEqual({line: '~/bin/tell --loud', folder: scene.cwd});
	const list = load('  run: [~/bin/tell, "a b"]\n');
	expect(list.load().notices.run?.line).toEqual([`${list.scene.home}/bin/tell`, 'a b']);
	expect(load('  run: [curl, x]\n').load().notices.run?.line).toEqual(['curl', 'x']);
});

describe('each mistake is told at its place', () => {
	test.each([
		['{when: wann, above: 1}', 'line 4, column 14: notices.rules[0].when names nothing that can be told.'],
		['{above: 1}', 'column 7: notices.rules[0].when is not set.'],
		['{when: streams}', 'notices.rules[0].above must be a number of streams.'],
		['{when: wan, above: "35"}', 'column 26: notices.rules[0].above must be a number of Mb/s.'],
		['{when: lost, above: 3}', 'column 27: notices.rules[0].above says nothing where when is lost.'],
		['{when: record, for: 5m}', 'notices.rules[0].for says nothing where when is record.'],
		['{when: lost, for: 300}', 'notices.rules[0].for must be a time such as 30s, 5m or 2h, at most 24h.'],
		['{when: lost, for: "300"}', 'notices.rules[0].for must be a time such as 30s, 5m or 2h, at most 24h.'],
		['{when: lost, for: 25h}', 'notices.rules[0].for must be a time'],
		['{when: lost, for: 2d}', 'notices.rules[0].for must be a time'],
		['{when: lost, grace: 5m}', 'column 27: notices.rules[0].grace is not a key of a rule.'],
		['wan', 'notices.rules[0] must be a rule.'],
	])('%s', (written, sentence) => {
		expect(load(`  rules:\n    - ${written}\n`).load).toThrow(sentence);
	});

	test('several in one rule are all told', () => {
		const {load: loaded} = load('  rules:\n    - {when: wan, above: x, for: y}\n');
		expect(loaded).toThrow(/rules\[0\]\.above[\s\S]*rules\[0\]\.for/);
	});

	test.each([
		['every: 15', 'notices.every must be a time'],
		['run: []', 'notices.run must be a line for the shell'],
		['rules: wan', 'notices.rules must be a list of rules'],
		['ruels: []', 'there is no key notices.ruels'],
	])('%s', (line, sentence) => {
		expect(load(`  ${line}\n`).load).toThrow(sentence);
	});
});
