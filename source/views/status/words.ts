import {formatClock, formatWhen} from '../../canvas/clock.ts';
import {formatSpan, plural} from '../../canvas/format.ts';
import type {Row, Span} from '../../canvas/row.ts';
import type {ServerName} from '../../domain/app-error.ts';
import type {Canvas} from '../plan/scene.ts';
import type {StatusData} from './data.ts';

/** True where there is room for marks alone. */
const isNarrow = ({height, width}: Canvas): boolean => height <= 1 && width < 60;

/** The mark of a server: there, not known, or away; `!` where a mark alone has to say that something is wrong. */
const markOf = (server: ServerName, canvas: Canvas): Span => {
	const {glyphs} = canvas;
	const found = canvas.servers[server];
	if (found.state === 'asking' || found.state === 'unknown') return {text: glyphs.waiting, role: 'dim'};
	if (found.state !== 'up') return {text: glyphs.bad, role: 'bad'};
	if (found.fromTautulli || !isNarrow(canvas)) return {text: glyphs.ok};
	return {text: glyphs.warn, role: 'bold'};
};

const stateWords = (server: ServerName, canvas: Canvas): string => {
	const found = canvas.servers[server];
	switch (found.state) {
		case 'asking':
			return 'asking';
		case 'unknown':
			return 'not known';
		case 'up':
			return found.ms === null ? 'up' : `${Math.round(found.ms)} ms`;
		case 'away':
			return found.since === null ? 'away' : `since ${formatWhen(found.since, canvas.now, canvas.zone)}`;
		case 'refused':
			return server === 'plex' ? 'token refused' : 'key refused';
		case 'off':
			return 'switched off';
	}
};

/** "● 41 ms", "✕ since 20:58"; in a narrow line the mark alone. */
export const serverSpans = (server: ServerName, canvas: Canvas): Row => {
	const {state} = canvas.servers[server];
	const isBad = state === 'away' || state === 'refused' || state === 'off';
	const words: Span = {
		text: ` ${stateWords(server, canvas)}`,
		role: isBad ? 'bad' : state === 'up' ? 'plain' : 'dim',
	};
	return [markOf(server, canvas), ...(isNarrow(canvas) ? [] : [words])];
};

/** Where tautop and Tautulli do not agree about Plex, what the other one finds; null: they agree. */
export const disagreement = ({servers}: Canvas): Span | null => {
	const {plex} = servers;
	if (plex.state === 'up' && !plex.fromTautulli) return {text: 'not from Tautulli', role: 'bold'};
	return plex.state === 'away' && plex.fromTautulli ? {text: 'not from here', role: 'bold'} : null;
};

/** "! 2 warnings"; null: there are none. */
export const warningSpan = ({standing, glyphs}: Canvas): Span | null =>
	standing.warnings === 0
		? null
		: {text: `${glyphs.warn} ${plural(standing.warnings, 'warning', 'warnings', glyphs)}`, role: 'bold'};

/** "collected 20:52, next 22:00", and in fewer words where there is less room: the longest first. */
export const collectedWords = ({local}: StatusData, canvas: Canvas): readonly string[] => {
	if (local.demo) return ['demo: add a config.yaml', 'demo'];
	const {newest, trouble} = local.database;
	if (trouble) return ['nothing is kept'];
	const {next, running} = local.collector;
	if (running) return ['collecting'];
	const collected =
		newest === null ? 'nothing collected yet' : `collected ${formatWhen(newest, canvas.now, canvas.zone)}`;
	return next === null
		? [collected]
		: [`${collected}, next ${formatClock(next, canvas.zone)}`, `next ${formatClock(next, canvas.zone)}`];
};

/** "22:00, in 55 min"; where nothing is scheduled, how to collect. */
export const nextWords = ({local}: StatusData, canvas: Canvas): string => {
	const {next} = local.collector;
	return next === null ? 'not scheduled' : `${formatClock(next, canvas.zone)}, in ${formatSpan(next - canvas.now)}`;
};
