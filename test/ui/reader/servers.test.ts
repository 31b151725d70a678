import {expect, test} from 'vitest';
import type {ServerState} from '../../../source/domain/server-state.ts';
import {serverChanges} from '../../../source/ui/reader/servers.ts';
import {serverSentence} from '../../../source/views/status/server-sentences.ts';
import {fakeNow} from '../../helpers/fake-sources.ts';
import {fakeScene} from '../../views/scene.ts';

const up = {state: 'up', ms: 41, version: '2.17.2', fromTautulli: true} as const;
const away = {state: 'away', since: fakeNow - 360, fromTautulli: false} as const;
const asking = {state: 'asking'} as const;
const servers = (plex: ServerState, tautulli: ServerState = up) => ({name: 'tower', tautulli, plex});
const voiceOf = (plex: ServerState, tautulli?: ServerState) => fakeScene({servers: servers(plex, tautulli)});

test.each<[ServerState, string]>([
	[asking, 'Plex is being asked.'],
	[{state: 'unknown'}, 'Whether Plex is there is not known.'],
	[up, 'Plex answers in 41 milliseconds.'],
	[
		{...up, fromTautulli: false},
		'Plex answers in 41 milliseconds, but Tautulli cannot reach it: who is watching is not known.',
	],
	[away, 'Plex is away since 20:58: who is watching is not known.'],
	[{...away, fromTautulli: true}, 'Plex is away since 20:58, but only from here.'],
	[{state: 'refused'}, 'Plex refused the token.'],
	[{state: 'off'}, 'Plex is switched off in the configuration.'],
])('a server as a sentence: %j', (plex, words) => {
	expect(serverSentence('plex', voiceOf(plex))).toBe(words);
});

test.each<[string, ServerState, ServerState, string[]]>([
	['found well at first', asking, up, []],
	['another speed', up, {...up, ms: 90}, []],
	['lost', up, away, ['Plex is away since 20:58: who is watching is not known.']],
	['lost at first', asking, away, ['Plex is away since 20:58: who is watching is not known.']],
	['still lost', away, {...away, since: null}, []],
	['asked again while lost', away, asking, []],
	['back', away, up, ['Plex is back.']],
])('what has changed: %s', (_, before, after, lines) => {
	expect(serverChanges(servers(before), voiceOf(after))).toEqual(lines);
});

test('Tautulli lost and back', () => {
	expect(serverChanges(servers(up), voiceOf(up, away))).toEqual([
		'Tautulli is away since 20:58: what was said before may be old.',
	]);
	expect(serverChanges(servers(up, away), voiceOf(up))).toEqual(['Tautulli is back.']);
});
