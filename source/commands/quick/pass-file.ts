import {lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {userCacheFolder} from '../../config/paths.ts';
import type {EnginePass} from '../../questions/sources.ts';

/** What `tautop now --line` needs the next time: the way into the engine, and what it says of the configuration. */
export type KeptPass = EnginePass & {
	readonly uploadMbps: number | null;
	readonly server: string | null;
	readonly ascii: boolean;
};

const folderOf = (): string | null => {
	const cache = userCacheFolder();
	return cache === null ? null : path.join(cache, 'line');
};

/** True for what only this user can have written. */
const isOwn = (file: string): boolean => {
	const {uid, mode} = lstatSync(file);
	return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o077) === 0);
};

const isText = (value: unknown): value is string => typeof value === 'string';

const parse = (text: string): KeptPass | null => {
	const {socket, ticket, uploadMbps, server, ascii}: Record<string, unknown> = JSON.parse(text);
	if (!isText(socket) || !isText(ticket)) return null;
	return {
		socket,
		ticket,
		uploadMbps: typeof uploadMbps === 'number' ? uploadMbps : null,
		server: isText(server) ? server : null,
		ascii: ascii === true,
	};
};

/** What was kept under this mark; null: nothing, or nothing that can be trusted. */
export const readPass = (mark: string): KeptPass | null => {
	const folder = folderOf();
	if (folder === null) return null;
	const file = path.join(folder, mark);
	try {
		return isOwn(folder) && isOwn(file) ? parse(readFileSync(file, 'utf8')) : null;
	} catch {
		return null;
	}
};

/** A mark changes with every file that it stands for: older ones are of no use. */
const longestMs = 7 * 86_400_000;

const clear = (folder: string): void => {
	for (const name of readdirSync(folder)) {
		const file = path.join(folder, name);
		if (Date.now() - lstatSync(file).mtimeMs > longestMs) unlinkSync(file);
	}
};

/** Keeps it for the next time. Where that cannot be, the next time is as slow. */
export const savePass = (mark: string, kept: KeptPass): void => {
	const folder = folderOf();
	if (folder === null) return;
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		if (!isOwn(folder)) return;
		const file = path.join(folder, mark);
		const claim = `${file}.${process.pid}`;
		writeFileSync(claim, JSON.stringify(kept), {mode: 0o600, flag: 'wx'});
		renameSync(claim, file);
		clear(folder);
	} catch {
		// No home, a full disk, another one was faster.
	}
};
