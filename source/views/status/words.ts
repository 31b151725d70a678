import {formatClock, formatDay, formatWhen} from '../../canvas/clock.ts';
import {plural} from '../../canvas/format.ts';
import type {Row, Span} from '../../canvas/row.ts';
import type {ServerName} from '../../domain/app-error.ts';
import {formatSpan} from '../../domain/duration.ts';
import {eventWords} from '../../domain/events.ts';
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
			// Milliseconds change with every answer: only who came for them has them.
			return found.ms === null || canvas.form === 'pane' ? '' : `${Math.round(found.ms)} ms`;
		case 'away':
			return found.since === null ? 'away' : `since ${formatWhen(found.since, canvas.now, canvas.zone)}`;
		case 'refused':
			return server === 'plex' ? 'token refused' : 'key refused';
		case 'off':
			return 'switched off';
	}
};

/** "●", as a page "● 41 ms", "✕ since 20:58"; in a narrow line the mark alone. */
export const serverSpans = (server: ServerName, canvas: Canvas): Row => {
	const {state} = canvas.servers[server];
	const isBad = state === 'away' || state === 'refused' || state === 'off';
	const text = isNarrow(canvas) ? '' : stateWords(server, canvas);
	const words: Span = {text: ` ${text}`, role: isBad ? 'bad' : state === 'up' ? 'plain' : 'dim'};
	return [markOf(server, canvas), ...(text === '' ? [] : [words])];
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

/** How the demo ends, the longest form first. */
export const connectForms = ({standing: {connectKey}}: Canvas): readonly string[] =>
	connectKey === null
		? ['tautop init connects your server', 'tautop init']
		: [`${connectKey} or tautop init connects yours`, `${connectKey} connects yours`];

/** "collected 20:52, next 22:00", and in fewer words where there is less room: the longest first. */
export const collectedWords = (data: StatusData, canvas: Canvas): readonly string[] => {
	const {local} = data;
	const {newest, trouble} = local.database;
	if (trouble) return ['nothing is kept'];
	if (local.demo) return connectForms(canvas);
	if (local.collector.running) return ['collecting'];
	const {next} = local.collector;
	const collected =
		newest === null ? 'nothing collected yet' : `collected ${formatWhen(newest, canvas.now, canvas.zone)}`;
	return next === null
		? [collected]
		: [`${collected}, next ${formatClock(next, canvas.zone)}`, `next ${formatClock(next, canvas.zone)}`];
};

/** The last thing that happened today, if it is none of the runs, which are told beside it: in full, then in few words. */
export const eventForms = ({events}: StatusData, {now, zone}: Canvas): readonly string[] => {
	const last = events.find(({kind}) => !kind.startsWith('run-'));
	if (!last || formatDay(last.at, zone) !== formatDay(now, zone)) return [];
	const text = last.text.replace(/\.$/, '');
	const short = last.kind === 'history' ? eventWords.history : (text.split(': ')[0] ?? '');
	return [...new Set([text, short])].map(words => `${formatClock(last.at, zone)} ${words}`);
};

/** "22:00"; with how long that still is where nothing else stands still; where nothing is scheduled, that. */
export const nextWords = ({local}: StatusData, canvas: Canvas): string => {
	const {next} = local.collector;
	if (next === null) return 'not scheduled';
	const span = canvas.form === 'pane' ? '' : `, in ${formatSpan(next - canvas.now)}`;
	return `${formatClock(next, canvas.zone)}${span}`;
};
