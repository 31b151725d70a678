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
	expect(() => checkNewFile(path.join(folder, 'config.yaml'))).toThrow('is there already, and is no file');
	expect(() => checkNewFile(path.join(folder, 'file', 'config.yaml'))).toThrow('is no folder');
	expect(() => checkNewFile(path.join(folder, 'link'))).toThrow('is a link that leads nowhere');
});

test.skipIf(process.getuid?.() === 0)('a folder that this user may not write to is named, with the remedy', () => {
	const folder = tempFolder();
	chmodSync(folder, 0o500);
	onTestFinished(() => chmodSync(folder, 0o700));
	expect(() => checkNewFile(path.join(folder, 'tautop', 'config.yaml'))).toThrow('this user may not write to');
});
