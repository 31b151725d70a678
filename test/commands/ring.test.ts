import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {openRing, tmuxMessage} from '../../source/commands/ring.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'tautop-ring-'));
});
afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
	vi.unstubAllEnvs();
});

const both = {bell: true, desktop: true};

/** What is written for a notice. */
const ring = (env: Readonly<Record<string, string>>, ways = both) => {
	const written: string[] = [];
	openRing(text => written.push(text), env)('lena buffers\u001B]0;x\u0007', ways);
	return written;
};

/** A tmux that lets through, or not, and keeps what it is told. */
const fakeTmux = (passthrough: string): void => {
	const file = path.join(folder, 'tmux');
	writeFileSync(
		file,
		`#!/bin/sh\nif [ "$1" = source-file ]; then cat > '${folder}/message.new'; mv '${folder}/message.new' '${folder}/message'; else echo ${passthrough}; fi\n`,
	);
	chmodSync(file, 0o755);
	vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
};

test('a bell, and words for the desktop with our name in front', () => {
	expect(ring({TERM: 'xterm-256color'})).toEqual(['\u0007', '\u001B]9;tautop: lena buffers\u0007']);
	expect(ring({TERM: 'xterm-256color'}, {bell: false, desktop: true})).toHaveLength(1);
	expect(ring({TERM: 'xterm-256color'}, {bell: false, desktop: false})).toEqual([]);
});

test('the Linux console gets the bell alone', () => {
	expect(ring({TERM: 'linux'})).toEqual(['\u0007']);
});

test('tmux hands it on where it may', async () => {
	fakeTmux('on');
	const written = ring({TERM: 'tmux-256color', TMUX: 'x'});
	const passed = '\u001BPtmux;\u001B\u001B]9;tautop: lena buffers\u0007\u001B\\';
	await vi.waitFor(() => expect(written).toEqual(['\u0007', passed]));
});

test('else it shows a message itself', async () => {
	fakeTmux('off');
	const written = ring({TERM: 'tmux-256color', TMUX: 'x'});
	await vi.waitFor(() =>
		expect(readFileSync(path.join(folder, 'message'), 'utf8')).toBe("display-message -d 8000 'tautop: lena buffers'\n"),
	);
	expect(written).toEqual(['\u0007']);
});

test('nothing in a title means anything to tmux', () => {
	expect(tmuxMessage("It's #(touch x) #{pid} 100% $HOME; kill-server")).toBe(
		"display-message -d 8000 'It\u2019s ##(touch x) ##{pid} 100%% $HOME; kill-server'\n",
	);
});
