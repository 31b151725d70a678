import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {childEnvironment} from '../helpers/child-environment.ts';
import {launcher, type Ran, runCommand} from '../helpers/run-program.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

const inShell = (script: string): Promise<Ran> =>
	runCommand('bash', ['-c', `set -o pipefail; tautop() { "$NODE" "$TAUTOP" "$@"; }; ${script}`], {
		cwd: tempFolder(),
		env: {NODE: process.execPath, TAUTOP: launcher},
	});

const full = 'tautop: The output could not be written: the disk is full.\n';

describe.skipIf(process.platform !== 'linux')('a full disk is said, and is 1', () => {
	test.each(['--help', '--version', 'now --help', 'now --demo', 'collections --json --demo', 'history --csv --demo'])(
		'tautop %s',
		async args => {
			expect(await inShell(`tautop ${args} >/dev/full`)).toMatchObject({code: 1, stderr: full});
		},
	);

	test('tautop demo does not go on without a reader of its configuration', async () => {
		const ran = await inShell('tautop demo >/dev/full');
		expect(ran.code).toBe(1);
		expect(ran.stderr).toContain(full);
	});

	test('a file that takes only a part', async () => {
		const ran = await inShell('ulimit -f 1; tautop --help >part; status=$?; wc -c <part; exit $status');
		expect(ran).toMatchObject({code: 1, stdout: '1024\n'});
		expect(ran.stderr).toContain('tautop: The output could not be written: ');
	});

	test.each(['2>/dev/full', '2>&-', '>/dev/full 2>/dev/full'])(
		'an error that cannot be told: %s',
		async redirection => {
			expect(await inShell(`tautop nowhere ${redirection}`)).toMatchObject({code: 2, stdout: '', stderr: ''});
		},
	);
});

describe('a reader that has gone is quiet', () => {
	test.each(['--help', '--version', 'now --help', 'now --demo'])('tautop %s | true', async args => {
		expect(await inShell(`tautop ${args} | true`)).toMatchObject({code: 0, stdout: '', stderr: ''});
	});

	test('standard output that is closed', async () => {
		expect(await inShell('tautop --help >&-')).toMatchObject({code: 0, stdout: '', stderr: ''});
	});
});

test('a large answer arrives whole at a slow reader', async () => {
	const ran = await inShell('tautop history --limit 2000 --json --demo | (read -r line; sleep 1; echo "$line"; cat)');
	expect(ran).toMatchObject({code: 0, stderr: ''});
	expect(ran.stdout.length).toBeGreaterThan(200_000);
	expect(JSON.parse(ran.stdout)).toBeTypeOf('object');
});

describe.skipIf(process.platform === 'win32')('SIGUSR1', () => {
	test('opens no debugger, and ends nothing', async () => {
		const folder = tempFolder();
		const child = spawn('bash', ['-c', 'exec "$NODE" "$TAUTOP" demo 2>errors'], {
			cwd: folder,
			env: childEnvironment({NODE: process.execPath, TAUTOP: launcher}),
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		const [printed] = await once(child.stdout, 'data');
		const url = /base_url: "?(http[^"\s]+)/.exec(String(printed))?.[1];
		child.kill('SIGUSR1');
		// The debugger's thread tells its port at once: two answers later it has.
		for (let round = 0; round < 2; round++) await (await fetch(`${url}/status`)).text();
		child.kill('SIGTERM');
		expect((await once(child, 'exit'))[0]).toBe(143);
		expect(readFileSync(path.join(folder, 'errors'), 'utf8')).toBe(
			'tautop: The demo runs until it is interrupted. Save the above as a file for --config.\n',
		);
	});
});
