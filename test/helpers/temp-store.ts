import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {onTestFinished} from 'vitest';
import {opening, type Store} from '../../source/store/open.ts';
import {runThrough} from './run-through.ts';
import {tempFolder} from './temp-folder.ts';

/** A time that tests begin at: 2026-01-15 12:00:00 UTC, in Unix seconds. */
export const noon = 1_768_478_400;

/** A clock that stands still until a test moves it. */
export type Clock = {at: number};

export type TempStore = {readonly store: Store; readonly file: string; readonly clock: Clock};

/** Opens a store that is closed when the test ends. */
export const openAt = (file: string, clock: Clock = {at: noon}): Store => {
	const store = runThrough(opening(file, {now: () => clock.at}));
	onTestFinished(store.close);
	return store;
};

/** A store in a folder of its own. */
export const tempStore = (): TempStore => {
	const file = path.join(tempFolder(), 'tautop.db');
	const clock = {at: noon};
	return {store: openAt(file, clock), file, clock};
};

/** A bare connection, for what other programs do to the file. */
export const openRaw = (file: string): Sqlite.Database => {
	const raw = new Sqlite(file);
	onTestFinished(() => void raw.close());
	return raw;
};
