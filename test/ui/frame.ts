import {unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {type Row, rowText} from '../../source/canvas/row.ts';
import type {Frame} from '../../source/ui/components/pane.ts';
import {fakeNow} from '../helpers/fake-sources.ts';

export const fakeFrame = (given: Partial<Frame> = {}): Frame => ({
	width: 80,
	height: 6,
	windowClass: 'base',
	zoomed: false,
	focused: true,
	selection: null,
	sort: 'rank',
	homeOnly: false,
	mediaType: null,
	names: 'full',
	now: fakeNow,
	zone: 'Europe/Prague',
	graphZone: 'Europe/Prague',
	glyphs: unicodeGlyphs,
	live: null,
	standing: {warnings: 0, unverifiedTls: false},
	servers: {
		name: 'tower',
		tautulli: {state: 'up', ms: 41, version: '2.17.2', fromTautulli: true},
		plex: {state: 'asking'},
	},
	...given,
});

/** Rows as text, without the blanks at their ends. */
export const textOf = (rows: readonly Row[]): string[] => rows.map(row => rowText(row).trimEnd());
