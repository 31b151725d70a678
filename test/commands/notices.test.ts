import {expect, test} from 'vitest';
import {notices} from '../../source/commands/notices.ts';
import {createScene} from '../config/scene.ts';
import {runFake} from '../helpers/run-fake.ts';

const sceneWith = (lines: string) => {
	const scene = createScene();
	scene.write('config.yaml', `tautulli: {api_key: k}\n${lines}`);
	return scene.surroundings();
};

const rules =
	'notices:\n  every: 1h\n  rules:\n    - {when: wan, above: 35, for: 5m}\n    - {when: lost, for: 2m}\n    - {when: record}\n';

test('the rules, and how they tell', async () => {
	const surroundings = sceneWith(`${rules}  run: "echo canary"\n`);
	const {stdout, code} = await runFake(notices, {surroundings, tty: true});
	expect({stdout, code}).toEqual({
		code: 0,
		stdout:
			'wan above 35 Mb/s for 5 min\nlost for 2 min\nrecord\n\nAt most one of a rule in 1 h, by the bell, the desktop, notices.run.\n',
	});
});

test('without rules that is said', async () => {
	const {stdout} = await runFake(notices, {surroundings: sceneWith(''), tty: true});
	expect(stdout).toBe('Nothing is told by itself: notices.rules is empty.\n');
});

test('--test rings this terminal and runs the command', async () => {
	const surroundings = sceneWith(`${rules}  run: "grep -o 'a test'"\n`);
	const {stdout, code} = await runFake(notices, {surroundings, flags: {test: true}, tty: true});
	expect(code).toBe(0);
	expect(stdout).toContain('\u0007\u001B]9;tautop: this is a test\u0007');
	expect(stdout).toContain('This terminal was rung.\nnotices.run went well.\n  a test\n');
});

test('a pipe is not rung, and a command that fails is told by the exit code', async () => {
	const surroundings = sceneWith(`${rules}  run: [sh, -c, "echo why; exit 4"]\n`);
	const {stdout, code} = await runFake(notices, {surroundings, flags: {test: true, json: true}});
	expect(code).toBe(1);
	expect(JSON.parse(stdout).test).toEqual({rang: false, run: {error: 'ended with 4', output: 'why'}});
	const piped = await runFake(notices, {surroundings, flags: {test: true}});
	expect(piped.stdout).toBe('way\tresult\toutput\nterminal\tnot rung\t\nnotices.run\tended with 4\twhy\n');
});
