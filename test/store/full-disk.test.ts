import path from 'node:path';
import {expect, test} from 'vitest';
import {createEvents} from '../../source/store/events.ts';
import {migrate} from '../../source/store/migrate.ts';
import {setUp} from '../../source/store/set-up.ts';
import {runThrough} from '../helpers/run-through.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon} from '../helpers/temp-store.ts';

test('a full disk is a sentence; what was stored is unharmed, and with room the next try works', () => {
	const file = path.join(tempFolder(), 'tautop.db');
	const {database} = runThrough(setUp(file));
	runThrough(migrate(database));
	const events = createEvents(database);
	events.saveEvent({at: noon, kind: 'other', text: 'before'});
	const long = {at: noon, kind: 'other', text: 'long '.repeat(100_000)} as const;
	// To SQLite a file that may not grow is a disk that is full.
	database.pragma(`max_page_count = ${Number(database.pragma('page_count'))}`);
	expect(() => events.saveEvent(long)).toThrow(`The disk is full: nothing was written to ${file}.`);
	expect(events.latest(9).map(({text}) => text)).toEqual(['before']);
	expect(database.isDamaged()).toBe(false);
	database.pragma('max_page_count = 100000');
	events.saveEvent(long);
	expect(events.latest(9)).toHaveLength(2);
	database.close();
});
