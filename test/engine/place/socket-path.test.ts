import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {isPipe} from '../../../source/engine/place/pipe.ts';
import {claimOf, type Surroundings, socketPath} from '../../../source/engine/place/socket-path.ts';
import {tempFolder} from '../../helpers/temp-folder.ts';

const around = (temporary = tempFolder()): Surroundings => ({
	platform: 'linux',
	uid: process.getuid?.() ?? null,
	temporary,
});

const deep = (folder: string): string => path.join(folder, 'a-folder-with-a-long-name'.repeat(5), 'tautop.db');

test('it is beside the database, however one comes there', () => {
	const folder = tempFolder();
	const database = path.join(folder, 'data', 'tautop.db');
	expect(socketPath(database, true, around())).toBe(`${database}.sock`);
	const linked = path.join(folder, 'linked');
	symlinkSync(path.dirname(database), linked);
	expect(socketPath(path.join(linked, 'tautop.db'), true, around())).toBe(`${database}.sock`);
	writeFileSync(database, '');
	symlinkSync(database, path.join(folder, 'short.db'));
	expect(socketPath(path.join(folder, 'short.db'), false, around())).toBe(`${database}.sock`);
});

test('whoever only looks makes no folder', () => {
	expect(socketPath(path.join(tempFolder(), 'data', 'tautop.db'), false, around())).toBeNull();
});

test('a name that is too long for a socket has another one, in a folder of this user alone', () => {
	const temporary = tempFolder();
	const database = deep(tempFolder());
	const socket = socketPath(database, true, around(temporary)) ?? '';
	expect(path.dirname(path.dirname(socket))).toBe(temporary);
	expect(Buffer.byteLength(claimOf(socket))).toBeLessThanOrEqual(103);
	expect(socketPath(database, false, around(temporary))).toBe(socket);
	expect(socketPath(deep(tempFolder()), true, around(temporary))).not.toBe(socket);
});

test('where others can write to that folder, there is no socket', () => {
	const temporary = tempFolder();
	const folder = path.join(temporary, `tautop-${process.getuid?.()}`);
	mkdirSync(folder);
	chmodSync(folder, 0o777);
	expect(socketPath(deep(tempFolder()), true, around(temporary))).toBeNull();
});

test('Windows has named pipes', () => {
	const database = path.join(tempFolder(), 'tautop.db');
	const pipe = socketPath(database, true, {...around(), platform: 'win32', uid: null}) ?? '';
	expect(isPipe(pipe)).toBe(true);
	expect(pipe).not.toContain(path.basename(database));
});
