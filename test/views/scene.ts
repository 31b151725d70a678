import {unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {type Row, rowText} from '../../source/canvas/row.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {firstOwn, type Own} from '../../source/views/plan/own.ts';
import type {ViewQuery} from '../../source/views/plan/query.ts';
import type {Canvas, Scene} from '../../source/views/plan/scene.ts';
import type {Telling, View} from '../../source/views/plan/view.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';

const up = {state: 'up', ms: 41, version: '2.17.2', fromTautulli: true} as const;

const fakeQuery: ViewQuery = {
	window: {days: 30},
	measure: 'plays',
	where: {},
	subject: null,
	limit: null,
	start: 0,
};

export const fakeScene = (given: Partial<Scene> = {}): Scene => ({
	query: fakeQuery,
	own: firstOwn,
	now: fakeNow,
	zone: 'Europe/Prague',
	graphZone: 'Europe/Prague',
	names: 'full',
	glyphs: unicodeGlyphs,
	live: null,
	servers: {name: 'tower', tautulli: up, plex: up},
	commandFlags: '',
	standing: {warnings: 0, unverifiedTls: false, clock: null, work: [], uploadMbps: null, connectKey: null},
	...given,
});

export const fakeCanvas = (given: Partial<Canvas> = {}): Canvas => ({
	...fakeScene(),
	width: 80,
	height: 6,
	form: 'pane',
	focused: true,
	...given,
});

/** What each view that is about one thing is asked about. */
const subjects: Readonly<Record<string, string>> = {
	user: '1',
	title: '1023',
	collection: '900042',
	day: '2026-11-22',
	play: '90',
	stream: '7',
};

/** The query of a view, with something that it is about where it needs that. */
export const queryFor = (view: View, given: Partial<ViewQuery> = {}): ViewQuery => {
	const id = subjects[view.name];
	return {...fakeQuery, subject: id === undefined ? null : {id, name: id}, ...given};
};

/** A view's answer from these sources. */
export const tell = async (
	view: View,
	given: Partial<Sources> = {},
	query: ViewQuery = queryFor(view),
	own: Own = firstOwn,
): Promise<Telling> => {
	const {sources} = fakeSources(given);
	return view.ask(
		{
			sources,
			query,
			own,
			form: 'page',
			activity: () => sources.activity(null),
			signal: new AbortController().signal,
			now: fakeNow,
		},
		null,
	);
};

/** Rows as text, without the blanks at their ends. */
export const textOf = (rows: readonly Row[]): string[] => rows.map(row => rowText(row).trimEnd());
