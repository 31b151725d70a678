import {expect, test} from 'vitest';
import {unicodeGlyphs as glyphs} from '../../source/canvas/glyphs.ts';
import {rowText} from '../../source/canvas/row.ts';
import {noHeartbeat} from '../../source/ui/feeds/heartbeat.ts';
import {header} from '../../source/ui/header.ts';
import {bindings} from '../../source/ui/keys/bindings.ts';
import type {Shell} from '../../source/ui/shell.ts';
import {firstState} from '../../source/ui/state.ts';
import {fakeNow, fakeSettings} from '../helpers/fake-sources.ts';

const moment = fakeNow - 86_400 + 360;

test.each([
	['nobody saw what they took', {total: null, lan: null, wan: null}, ''],
	['it was seen', {total: 17_600, lan: 11_400, wan: 6200}, '   17.6 Mb/s   WAN 6.2 of 40'],
	['nothing went out', {total: 17_600, lan: 17_600, wan: 0}, '   17.6 Mb/s'],
] as const)(
	'looking back the header is inverse, of that moment, and has no other clock: %s',
	(_, bandwidthKbps, rates) => {
		const shell: Shell = {
			...noHeartbeat,
			state: {...firstState({columns: 80, rows: 24}), settings: {...fakeSettings, uploadMbps: 40}, moment},
			readings: new Map(),
			past: {state: 'ready', data: {at: moment, streams: 2, transcodes: 1, bandwidthKbps}, at: fakeNow, trouble: null},
			servers: {name: 'tower', tautulli: {state: 'asking'}, plex: {state: 'asking'}},
			bindings,
			glyphs,
			now: fakeNow,
			zone: 'Europe/Prague',
			here: 'Europe/Prague',
		};
		const row = header(shell, 'base');
		expect(rowText(row)).toBe(` PAST  Sat 21 Nov 21:10   2 streams  1 transcode${rates}`.padEnd(80));
		expect(new Set(row.map(({role}) => role))).toEqual(new Set(['inverse']));
	},
);
