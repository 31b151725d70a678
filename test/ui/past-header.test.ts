import {expect, test} from 'vitest';
import {unicodeGlyphs as glyphs} from '../../source/canvas/glyphs.ts';
import {rowText} from '../../source/canvas/row.ts';
import {noHeartbeat} from '../../source/ui/feeds/heartbeat.ts';
import {header} from '../../source/ui/header.ts';
import {instanceAt} from '../../source/ui/instances.ts';
import {bindings} from '../../source/ui/keys/bindings.ts';
import type {Shell} from '../../source/ui/shell.ts';
import {firstState} from '../../source/ui/state.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay, fakeSettings} from '../helpers/fake-sources.ts';
import {tell} from '../views/scene.ts';

const moment = fakeNow - 86_400 + 360;
const state = {...firstState({columns: 80, rows: 24}), settings: fakeSettings, moment};

test('looking back the header is inverse, of that moment, and has no other clock', async () => {
	const instance = instanceAt(state, 0);
	if (!instance) throw new Error('no view in the first place');
	expect(instance.query.window).toEqual({days: 30, at: moment});
	const plays = [fakePlay({rowId: 7, transcodeDecision: 'transcode'}), fakePlay({rowId: 9, user: 'jon', userId: 2})];
	const answers = {
		moment: async () => ({plays, begins: 0, coverage: fullCoverage(fakeNow)}),
		seenStreams: async () => [],
	};
	const told = await tell(instance.view, answers, instance.query);
	const shell: Shell = {
		...noHeartbeat,
		state,
		readings: new Map([[instance.id, {state: 'ready', data: told, at: fakeNow, trouble: null}]]),
		servers: {name: 'tower', tautulli: {state: 'asking'}, plex: {state: 'asking'}},
		bindings,
		glyphs,
		now: fakeNow,
		zone: 'Europe/Prague',
		here: 'Europe/Prague',
	};
	const row = header(shell, 'base');
	expect(rowText(row)).toBe(' PAST  Sat 21 Nov 21:10   2 streams  1 transcode'.padEnd(80));
	expect(new Set(row.map(({role}) => role))).toEqual(new Set(['inverse']));
});
