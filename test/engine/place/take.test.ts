import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, lstatSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {look, type SocketFile} from '../../../source/engine/place/look.ts';
import {claimOf} from '../../../source/engine/place/socket-path.ts';
import {type Place, takePlace} from '../../../source/engine/place/take.ts';
import {tempFolder} from '../../helpers/temp-folder.ts';

const isPlace = (found: Place | 'taken' | null): found is Place => found !== null && found !== 'taken';

const take = async (socket: string, stale: SocketFile | null = null): Promise<Place | 'taken' | null> => {
	const found = await takePlace(socket, stale, visitor => visitor.end('here\n'));
	if (isPlace(found)) onTestFinished(found.leave);
	return found;
};

/** A socket whose process was killed. */
const leaveStale = async (socket: string): Promise<SocketFile> => {
	const script = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => console.log('listening'))`;
	const child = spawn(process.execPath, ['-e', script], {stdio: ['ignore', 'pipe', 'inherit']});
	await once(child.stdout, 'data');
	child.kill('SIGKILL');
	await once(child, 'close');
	const found = look(socket);
	if (found === null || found === 'foreign') throw new Error('there is no socket');
	return found;
};

const heardAt = async (socket: string): Promise<string> => {
	const [piece] = await once(connect(socket).setEncoding('utf8'), 'data');
	return String(piece);
};

test('it is for this user alone, whatever the umask, and nothing else is left beside it', async () => {
	const folder = tempFolder();
	const socket = path.join(folder, 'tautop.db.sock');
	const before = process.umask(0);
	const place = await take(socket);
	expect(process.umask(before)).toBe(0);
	expect(isPlace(place) && place.isOurs()).toBe(true);
	expect(statSync(socket).mode & 0o777).toBe(0o600);
	expect(readdirSync(folder)).toEqual(['tautop.db.sock']);
	expect(await heardAt(socket)).toBe('here\n');
});

test('of many that come at once, one gets in', async () => {
	const socket = path.join(tempFolder(), 'tautop.db.sock');
	const found = await Promise.all(Array.from({length: 12}, () => take(socket)));
	expect(found.filter(isPlace)).toHaveLength(1);
	expect(found.filter(each => each === 'taken')).toHaveLength(11);
	expect(await heardAt(socket)).toBe('here\n');
});

test('what a process that was killed has left is replaced, once', async () => {
	const socket = path.join(tempFolder(), 'tautop.db.sock');
	const stale = await leaveStale(socket);
	const found = await Promise.all(Array.from({length: 12}, () => take(socket, stale)));
	expect(found.filter(isPlace)).toHaveLength(1);
	expect(await take(socket, stale)).toBe('taken');
	expect(await heardAt(socket)).toBe('here\n');
});

test('a file that is no socket is never touched', async () => {
	const socket = path.join(tempFolder(), 'tautop.db.sock');
	writeFileSync(socket, 'a letter');
	expect(look(socket)).toBe('foreign');
	expect(await take(socket)).toBe('taken');
	expect(readFileSync(socket, 'utf8')).toBe('a letter');
	const other = path.join(tempFolder(), 'tautop.db.sock');
	writeFileSync(claimOf(other), 'a letter');
	expect(await take(other)).toBeNull();
	expect(readFileSync(claimOf(other), 'utf8')).toBe('a letter');
});

test('a claim that was left behind is thrown away, one that is under way is not', async () => {
	const socket = path.join(tempFolder(), 'tautop.db.sock');
	await leaveStale(claimOf(socket));
	expect(await take(socket)).toBe('taken');
	expect(existsSync(claimOf(socket))).toBe(true);
	utimesSync(claimOf(socket), 0, 0);
	expect(await take(socket)).toBe('taken');
	expect(isPlace(await take(socket))).toBe(true);
});

test('where there is no such folder, there is no socket', async () => {
	expect(await take(path.join(tempFolder(), 'gone', 'tautop.db.sock'))).toBeNull();
});

test('who leaves takes its own file along, and no other one', async () => {
	const socket = path.join(tempFolder(), 'tautop.db.sock');
	const one = await take(socket);
	const own = look(socket);
	if (!isPlace(one) || own === 'foreign') throw new Error('it is not ours');
	const two = await take(socket, own);
	expect([one.isOurs(), isPlace(two) && two.isOurs()]).toEqual([false, true]);
	one.leave();
	expect(await heardAt(socket)).toBe('here\n');
	if (isPlace(two)) two.leave();
	expect(lstatSync(socket, {throwIfNoEntry: false})).toBeUndefined();
});
