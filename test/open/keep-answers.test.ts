import {expect, test} from 'vitest';
import {keepAnswers} from '../../source/open/keep-answers.ts';
import {openForReading} from '../../source/store/open.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {playSources} from '../helpers/play-sources.ts';
import {films, sampleCollection} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {noon, openRaw, tempStore} from '../helpers/temp-store.ts';

const hour = 3600;
const home = {home: true, shared: false, recommended: false};

/** A home with one collection that was looked at once, and a program that counts how often it counts. */
const setScene = () => {
	const {store, clock, file} = tempStore();
	const {mirror, promotions} = store;
	const {serverId} = mirror.servers.begin('plex', noon - hour);
	mirror.plays.save(serverId, [serverRow(1, noon - 2 * hour, {ratingKey: '11'})]);
	mirror.servers.markCompared(serverId, noon - hour, 0);
	const look = (at: number, row: number) =>
		promotions.saveLook({sectionUuid: films.uuid, at, placed: new Map([['1', {promoted: home, row}]])});
	const members = (keys: readonly string[]) =>
		mirror.members.save(
			{
				collectionKey: '1',
				level: 0,
				changedAt: null,
				members: keys.map(ratingKey => ({ratingKey, type: 'movie', title: ratingKey, guid: '', addedAt: null})),
			},
			clock.at,
		);
	saveRun(store, {
		at: noon - hour,
		listings: [{section: films, collections: [sampleCollection('1')], look: {at: noon - hour, placed: new Map()}}],
	});
	members(['11', '12']);
	let made = 0;
	const program = (version = '1', current: () => typeof store | null = () => store, mayKeep = true) => {
		const keep = keepAnswers({...playSources(store, clock), store: current, mayKeep: () => mayKeep, version});
		return (name = 'lift', seconds = 0, of?: string) =>
			keep({name, until: () => clock.at + hour, of}, async () => {
				made += 1;
				clock.at += seconds;
				return {number: made, null: null};
			});
	};
	return {store, clock, file, serverId, look, members, program, made: () => made};
};

test('what one program has counted the next one has, until its time is over', async () => {
	const {clock, program, made} = setScene();
	const first = await program()();
	clock.at += hour - 1;
	expect(await program()()).toEqual(first);
	expect(made()).toBe(1);
	clock.at += 1;
	expect(await program()()).toEqual({number: 2, null: null});
	// A clock that was set back.
	clock.at -= hour;
	expect(await program()()).toEqual({number: 3, null: null});
});

test('an answer holds from when it was asked for, however long it took to make', async () => {
	const {program} = setScene();
	expect(await program()('slow', hour)).toMatchObject({number: 1});
	expect(await program()('slow')).toMatchObject({number: 2});
});

test('who may not keep reads what another one has kept, and leaves it there', async () => {
	const {program} = setScene();
	const guest = program('1', undefined, false);
	expect(await guest()).toMatchObject({number: 1});
	expect(await program()()).toMatchObject({number: 2});
	expect(await guest()).toMatchObject({number: 2});
	expect(await program('2', undefined, false)()).toMatchObject({number: 3});
	expect(await program()()).toMatchObject({number: 2});
});

test('each question has its own, and each version of the program counts by itself', async () => {
	const {program} = setScene();
	expect(await program()('one')).toMatchObject({number: 1});
	expect(await program()('two')).toMatchObject({number: 2});
	expect(await program()('one')).toMatchObject({number: 1});
	expect(await program('2')('one')).toMatchObject({number: 3});
	expect(await program('2')('one')).toMatchObject({number: 3});
});

test('whatever it is counted from makes it counted anew', async () => {
	const {store, clock, serverId, look, members, program, made} = setScene();
	const {mirror} = store;
	const changes: Readonly<Record<string, () => void>> = {
		'a play': () => mirror.plays.save(serverId, [serverRow(2, noon - hour, {ratingKey: '11'})]),
		'a first look': () => void look(clock.at, 1),
		'a look that found another place': () => void look(clock.at, 2),
		'a member more': () => void members(['11', '12', '13']),
		'a member less': () => void members(['11', '12']),
		'members that are still the same': () => mirror.members.confirm('1', clock.at),
		'who owns the server': () => mirror.users.save(serverId, [{userId: 7, friendlyName: 'owner', isAdmin: true}]),
		'a promotion that somebody states': () =>
			void store.stated.save({
				sectionUuid: films.uuid,
				ratingKey: '1',
				title: 'One',
				libraryName: 'Films',
				from: noon - 50 * hour,
				to: null,
				statedAt: clock.at,
			}),
		'the same that somebody states of another collection instead': () => {
			const [stated] = store.stated.list();
			if (!stated) throw new Error('Nothing is stated.');
			store.stated.forget(films.uuid, '1');
			store.stated.save({...stated, ratingKey: '2', statedAt: clock.at});
		},
		'one that is withdrawn': () => void store.stated.forget(films.uuid, '2'),
		'another collection': () =>
			saveRun(store, {
				at: clock.at,
				listings: [
					{
						section: films,
						collections: [sampleCollection('1'), sampleCollection('2')],
						look: {at: clock.at, placed: new Map()},
					},
				],
			}),
	};
	await program()();
	for (const [what, change] of Object.entries(changes)) {
		const before = made();
		clock.at += 60;
		change();
		await program()();
		await program()();
		expect({what, counted: made() - before}).toEqual({what, counted: 1});
	}
});

test('a look that found all as it was changes nothing', async () => {
	const {clock, look, program} = setScene();
	look(clock.at, 1);
	expect(await program()()).toMatchObject({number: 1});
	clock.at += 60;
	look(clock.at, 1);
	expect(await program()()).toMatchObject({number: 1});
});

test('without a database, or with one that cannot be written, it is counted each time', async () => {
	const {clock, file, program, made} = setScene();
	await program('1', () => null)();
	await program('1', () => null)();
	expect(made()).toBe(2);
	const reader = openForReading(file, {now: () => clock.at});
	await program('1', () => reader)();
	await program('1', () => reader)();
	expect(made()).toBe(4);
	reader.close();
});

test('while another process writes, nothing waits for it', async () => {
	const {file, program, made} = setScene();
	const other = openRaw(file);
	other.exec('BEGIN IMMEDIATE');
	await program()();
	expect(made()).toBe(1);
	other.exec('ROLLBACK');
	await program()();
	await program()();
	expect(made()).toBe(2);
});

test('what has had its time goes', async () => {
	const {file, clock, program} = setScene();
	const names = () => openRaw(file).prepare('SELECT name FROM kept_answers ORDER BY name').pluck().all();
	await program()('one');
	clock.at += hour / 2;
	await program()('two');
	expect(names()).toEqual(['one', 'two']);
	clock.at += hour / 2;
	await program()('three');
	expect(names()).toEqual(['three', 'two']);
});

test('what is counted from something else changes with that alone', async () => {
	const {clock, look, program} = setScene();
	const ask = (of: string) => program()('peaks', 0, of);
	expect(await ask('old')).toMatchObject({number: 1});
	look(clock.at, 1);
	expect(await ask('old')).toMatchObject({number: 1});
	expect(await ask('new')).toMatchObject({number: 2});
});
