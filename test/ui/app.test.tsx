import {PassThrough} from 'node:stream';
import {render} from 'ink-testing-library';
import {afterEach, expect, test} from 'vitest';
import {App} from '../../source/ui/app.tsx';
import {openInput} from '../../source/ui/input/open-input.ts';
import {settled} from './fake-clock.ts';
import {setStage} from './stage.ts';

let unmount = (): void => {};
afterEach(() => unmount());

const mount = async () => {
	const stage = await setStage({columns: 100, rows: 24, sources: {}});
	const stdin = new PassThrough();
	const input = openInput({stdin, setRawMode: () => {}, write: null, reply: () => {}});
	const app = render(
		<App
			dashboard={stage.dashboard}
			input={input}
			hooks={{init: () => {}, quit: () => {}, save: () => '', hearMouse: () => {}, copy: () => null}}
		/>,
	);
	input.start();
	unmount = app.unmount;
	const type = async (bytes: string): Promise<string> => {
		stdin.write(bytes);
		for (let turn = 0; turn < 5; turn += 1) await settled();
		return (app.lastFrame() ?? '').replaceAll(/\u001B\[[\d;]*m/g, '');
	};
	return {stage, type};
};

test('what the dashboard draws is what Ink shows, line by line', async () => {
	const {stage, type} = await mount();
	const shown = await type('');
	expect(shown.split('\n').map(line => line.trimEnd())).toEqual(
		stage
			.text()
			.split('\n')
			.map(line => line.trimEnd()),
	);
});

test('keys that arrive in one piece are keys one by one', async () => {
	const {type} = await mount();
	expect(await type('55')).toContain('home ›[collections]');
	expect(await type('jj')).toMatch(/›\s+3 +HFR +Best of the 90s/);
});

test('an arrow is one key', async () => {
	const {type} = await mount();
	await type('5');
	expect(await type('\u001B[B')).toMatch(/›\s+2/);
});

test('a paste runs no key', async () => {
	const {type} = await mount();
	const text = await type('\u001B[200~cqzz55\u001B[201~');
	expect(text).toContain('[1 Now playing]');
	expect(text).not.toContain('collected 1 collection');
});
