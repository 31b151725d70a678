import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {checkNewFile, saveNewFile} from '../../../source/open/init/new-file.ts';
import {writeInPlace} from '../../../source/open/init/write-in-place.ts';
import {tempFolder} from '../../helpers/temp-folder.ts';

const modeOf = (file: string): number => statSync(file).mode & 0o777;

const withUmask = (mask: number): void => {
	const before = process.umask(mask);
	onTestFinished(() => void process.umask(before));
};

test.each([0o000, 0o022, 0o077])('under umask %i the file is for its owner alone, and so is its folder', mask => {
	withUmask(mask);
	const file = path.join(tempFolder(), 'a', 'tautop', 'config.yaml');
	expect(checkNewFile(file)).toBe(false);
	expect(existsSync(path.dirname(file))).toBe(false);
	expect(saveNewFile(file, 'one')).toEqual({replaced: false, backup: null});
	expect([modeOf(file), modeOf(path.dirname(file))]).toEqual([0o600, 0o700]);
});

test('the old file is kept under a free name, for its owner alone', () => {
	withUmask(0);
	const folder = tempFolder();
	const file = path.join(folder, 'config.yaml');
	writeFileSync(file, 'one');
	chmodSync(file, 0o644);
	expect(checkNewFile(file)).toBe(true);
	expect(saveNewFile(file, 'two')).toEqual({replaced: true, backup: `${file}.bak`});
	expect(saveNewFile(file, 'three')).toEqual({replaced: true, backup: `${file}.bak-2`});
	expect(readdirSync(folder).sort()).toEqual(['config.yaml', 'config.yaml.bak', 'config.yaml.bak-2']);
	expect(readdirSync(folder).map(name => modeOf(path.join(folder, name)))).toEqual([0o600, 0o600, 0o600]);
	expect(readFileSync(`${file}.bak`, 'utf8')).toBe('one');
});

test('a link is followed', () => {
	const folder = tempFolder();
	const real = path.join(folder, 'real.yaml');
	writeFileSync(real, 'one');
	symlinkSync(real, path.join(folder, 'config.yaml'));
	saveNewFile(path.join(folder, 'config.yaml'), 'two');
	expect(readFileSync(real, 'utf8')).toBe('two');
});

test('what cannot be written is told before anything is asked', () => {
	const folder = tempFolder();
	mkdirSync(path.join(folder, 'config.yaml'));
	writeFileSync(path.join(folder, 'file'), '');
	symlinkSync('nowhere', path.join(folder, 'link'));
	expect(() => checkNewFile(path.join(folder, 'config.yaml'))).toThrow('is there already, and is not a file');
	expect(() => checkNewFile(path.join(folder, 'file', 'config.yaml'))).toThrow('is not a folder');
	expect(() => checkNewFile(path.join(folder, 'link'))).toThrow('is a link to a file that does not exist');
});

test.skipIf(process.getuid?.() === 0)('a folder that this user may not write to is named, with the remedy', () => {
	const folder = tempFolder();
	chmodSync(folder, 0o500);
	onTestFinished(() => chmodSync(folder, 0o700));
	expect(() => checkNewFile(path.join(folder, 'tautop', 'config.yaml'))).toThrow('this user may not write to');
});

test('what cannot stand beside the old file leaves that as it is', () => {
	const folder = tempFolder();
	const file = path.join(folder, 'c'.repeat(253));
	writeFileSync(file, 'one');
	expect(() => saveNewFile(file, 'two')).toThrow('could not be written (ENAMETOOLONG)');
	expect(readdirSync(folder)).toEqual([path.basename(file)]);
	expect(readFileSync(file, 'utf8')).toBe('one');
});

test('a file that only itself can be written to is written over', () => {
	const file = path.join(tempFolder(), 'config.yaml');
	for (const text of ['one', 'a longer one: ä', 'two']) {
		writeFileSync(file, 'before');
		chmodSync(file, 0o644);
		writeInPlace(file, text);
		expect([readFileSync(file, 'utf8'), modeOf(file)]).toEqual([text, 0o600]);
	}
});

/** Both ways to write, where no file may be larger than this shell allows: as on a disk that is full. */
const fullDisk = `
import {saveNewFile} from '${new URL('../../../source/open/init/new-file.ts', import.meta.url).href}';
import {writeInPlace} from '${new URL('../../../source/open/init/write-in-place.ts', import.meta.url).href}';
for (const write of [saveNewFile, writeInPlace]) {
	try {
		write(process.argv[1], 'new '.repeat(1000));
	} catch (error) {
		console.log((error.cause ?? error).code);
	}
}`;

test.skipIf(process.platform === 'win32')('a full disk takes nothing of the old file', () => {
	const folder = tempFolder();
	const file = path.join(folder, 'config.yaml');
	writeFileSync(file, 'old '.repeat(50));
	const args = ['-c', 'ulimit -f 1; exec "$@"', 'sh', process.execPath, '--input-type=module', '-e', fullDisk, file];
	const {stdout} = spawnSync('sh', args, {encoding: 'utf8'});
	expect(stdout).toBe('EFBIG\nEFBIG\n');
	expect(readFileSync(file, 'utf8')).toBe('old '.repeat(50));
	expect(readdirSync(folder).sort()).toEqual(['config.yaml', 'config.yaml.bak']);
});
