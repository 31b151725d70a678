import {expect, test} from 'vitest';
import {now} from '../../source/views/now/index.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay} from '../helpers/fake-sources.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const at = fakeNow - 3600;
const query = queryFor(now, {window: {days: 0, at}});
const plays = [
	fakePlay({rowId: 7, transcodeDecision: 'transcode', mediaType: 'episode', grandparentTitle: 'Harbour Lights'}),
	fakePlay({rowId: 9, user: 'jon', userId: 2, pausedSeconds: 0, transcodeDecision: 'direct play'}),
];

const told = (answer: {readonly plays: typeof plays; readonly begins: number | null}) =>
	tell(now, {moment: async () => ({...answer, coverage: fullCoverage(fakeNow)})}, query);

test('a moment of the past tells who watched, until when, and opens the play', async () => {
	const answer = await told({plays, begins: 0});
	const scene = fakeScene({query});
	expect(answer.says(scene)).toEqual([
		'20:04: 2 streams, 1 transcode.',
		'marta watched The Long Winter, transcode, on Living room, until 20:44.',
		'jon watched The Long Winter, direct play, on Living room, until 20:44.',
	]);
	const {rows, note, keys} = answer.draw(fakeCanvas({query, height: 6, form: 'page'}));
	expect(note).toBe('20:04');
	expect(keys).toEqual(['7', '9']);
	expect(textOf(rows)[0]).toContain('20:44');
	expect(answer.enter('9', scene)).toEqual({view: 'play', subject: {id: '9', name: 'The Long Winter'}});
	expect(answer.json(scene)).toMatchObject({at, sessions: [{state: null}, {state: 'playing'}]});
});

test('nobody was there, or nobody knows: a history does not go back for ever', async () => {
	const nobody = await told({plays: [], begins: at - 1});
	expect(nobody.says(fakeScene({query}))).toEqual(['20:04: Nobody was watching.']);
	expect(nobody.json(fakeScene({query}))).toMatchObject({stream_count: 0});
	const before = await told({plays: [], begins: at + 86_400});
	expect(before.says(fakeScene({query}))).toEqual([
		'20:04: Who was watching is not known: the history begins on 23 Nov 20:04.',
	]);
	expect(before.json(fakeScene({query}))).toMatchObject({stream_count: null, sessions: []});
	const {rows} = before.draw(fakeCanvas({query, height: 6}));
	expect(textOf(rows).join(' ')).toContain('Who was watching is not known');
});
