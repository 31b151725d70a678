import path from 'node:path';
import {expect, test} from 'vitest';
import {openDatabase} from '../../../source/store/database.ts';
import {migrate} from '../../../source/store/migrate.ts';
import {migrations} from '../../../source/store/migrations/list.ts';
import {runThrough} from '../../helpers/run-through.ts';
import {tempFolder} from '../../helpers/temp-folder.ts';
import {noon, openAt} from '../../helpers/temp-store.ts';

const hour = 3600;

/** A file from before there were looks, where runs alone recorded promotions. */
const fileOf = (statements: readonly string[]): string => {
	const file = path.join(tempFolder(), 'tautop.db');
	const database = openDatabase(file);
	runThrough(migrate(database, migrations.slice(0, 11)));
	for (const sql of statements) database.exec(sql);
	database.close();
	return file;
};

const promotion = (key: number, home: number | null, first: number, last: number): string =>
	`INSERT INTO promotions (section_uuid, rating_key, home, shared, recommended, first_seen, last_seen)
	VALUES ('u', ${key}, ${home}, ${home}, ${home}, ${noon + first * hour}, ${noon + last * hour})`;

const run = (at: number, status = 'success'): string =>
	`INSERT INTO runs (started_at, status, holder) VALUES (${noon + at * hour}, '${status}', 'test')`;

test('promotions from before are looks and states, at the times of the runs', () => {
	const store = openAt(
		fileOf([
			...[0, 24, 26, 50, 74].map(at => run(at)),
			run(30, 'error'),
			promotion(1, 1, 0, 24),
			promotion(1, 0, 26, 74),
			promotion(2, 1, 0, 74),
			promotion(3, null, 0, 74),
			promotion(4, 1, 0, 24),
			promotion(4, 1, 50, 74),
		]),
	);
	const {looks, states} = store.promotions.ofSection('u', 0);
	expect(looks.map(({first, last}) => [(first - noon) / hour, (last - noon) / hour])).toEqual([
		[0, 0],
		[24, 26],
		[50, 50],
		[74, 74],
	]);
	const told = (key: string): unknown[] =>
		(states.get(key) ?? []).map(({first, last, promoted, row, joins}) => [
			(first - noon) / hour,
			(last - noon) / hour,
			promoted.home,
			row,
			joins,
		]);
	expect(told('1')).toEqual([
		[0, 24, true, null, false],
		[26, 74, false, null, true],
	]);
	expect(told('2')).toEqual([[0, 74, true, null, false]]);
	expect(told('3')).toEqual([]);
	// A look lies between the two: it was no collection then.
	expect(told('4')).toEqual([
		[0, 24, true, null, false],
		[50, 74, true, null, false],
	]);
	store.promotions.saveLook({sectionUuid: 'u', at: noon + 75 * hour, placed: new Map()});
	expect(
		store.promotions
			.ofSection('u', 0)
			.states.get('2')
			?.map(({last}) => (last - noon) / hour),
	).toEqual([74, 75]);
});

test('members from before have no first sight, those of smart collections that of their last read, and all are read again', () => {
	const store = openAt(
		fileOf([
			`INSERT INTO sections (section_uuid, section_id, name, listed_at) VALUES ('u', '1', 'Films', ${noon})`,
			...[900, 901].map(
				key => `INSERT INTO collections (section_uuid, rating_key, section_id, title, library, media_type, smart, child_count,
				source, first_seen, last_seen) VALUES ('u', ${key}, '1', 'One', 'Films', 'movie', ${key - 900}, 1, 'plex', 0, ${noon})`,
			),
			...[900, 901].flatMap(key => [
				`INSERT INTO collection_reads (collection_key, changed_at, read_at) VALUES (${key}, 5, ${noon})`,
				`INSERT INTO collection_members (collection_key, member_key, level, type, title, guid) VALUES (${key}, 11, 0, 'movie', 'Heist', 'g')`,
			]),
		]),
	);
	const {members} = store.mirror;
	const stay = {ratingKey: '11', type: 'movie', title: 'Heist', addedAt: null, lastSeen: null};
	expect(members.stays('900')).toEqual([{...stay, firstSeen: null}]);
	expect(members.stays('901')).toEqual([{...stay, firstSeen: noon}]);
	expect(members.extent('900')).toEqual({changedAt: null, count: 1});
});
