import type {ServerHealth} from '../../../domain/status.ts';
import {formatClock, formatWhen} from '../../../draw/clock.ts';
import {formatSpan} from '../../../draw/format.ts';
import type {Row, Span} from '../../../draw/row.ts';
import type {Frame} from '../../components/pane.ts';
import type {StatusData} from './data.ts';

/** The mark of a server: there, refused, or away. */
const markOf = (health: ServerHealth, {glyphs}: Frame): Span =>
	health.ok ? {text: glyphs.ok, role: 'accent'} : {text: glyphs.bad, role: 'bad'};

const stateWords = (health: ServerHealth, since: number | null, frame: Frame): string => {
	if (health.ok) return health.ms === null ? 'up' : `${Math.round(health.ms)} ms`;
	if (health.error?.code === 'unauthorized') return 'key refused';
	return since === null ? 'away' : `since ${formatWhen(since, frame.now, frame.zone)}`;
};

/** "● 41 ms", "✕ since 20:58"; in a narrow line the mark alone. */
export const serverSpans = (health: ServerHealth, since: number | null, frame: Frame): Row => [
	markOf(health, frame),
	...(frame.height <= 1 && frame.width < 60 ? [] : [stateSpan(health, since, frame)]),
];

const stateSpan = (health: ServerHealth, since: number | null, frame: Frame): Span => ({
	text: ` ${stateWords(health, since, frame)}`,
	role: health.ok ? 'plain' : 'bad',
});

/**
 * Plex as tautop sees it, or where no Plex is configured, as Tautulli says: its word lags, so it is never shown as more
 * than "up" or "away".
 */
export const plexSpans = ({servers, away}: StatusData, frame: Frame): Row => {
	if (servers.plex) return serverSpans(servers.plex, away.plex, frame);
	if (servers.plexConnected === null)
		return [
			{text: frame.glyphs.waiting, role: 'dim'},
			{text: ' not asked', role: 'dim'},
		];
	return servers.plexConnected
		? [{text: frame.glyphs.ok, role: 'accent'}, {text: ' up'}]
		: [
				{text: frame.glyphs.bad, role: 'bad'},
				{text: ' away', role: 'bad'},
			];
};

/** "collected 20:52, next 22:00". */
export const collectedWords = ({local}: StatusData, frame: Frame): string => {
	if (local.demo) return frame.width < 60 ? 'demo' : 'demo: add a config.yaml';
	const {newest} = local.database;
	const {next, running} = local.collector;
	if (running) return 'collecting';
	const collected =
		newest === null ? 'nothing collected yet' : `collected ${formatWhen(newest, frame.now, frame.zone)}`;
	return next === null || frame.width < 60 ? collected : `${collected}, next ${formatClock(next, frame.zone)}`;
};

/** "22:00, in 55 min"; where nothing is scheduled, how to collect. */
export const nextWords = ({local}: StatusData, frame: Frame): string => {
	const {next} = local.collector;
	return next === null ? 'not scheduled' : `${formatClock(next, frame.zone)}, in ${formatSpan(next - frame.now)}`;
};
