import {clockDifference} from '../canvas/clock-difference.ts';
import type {Row} from '../canvas/row.ts';
import {wrapWords} from '../canvas/wrap.ts';
import {AppError, type AppErrorData} from '../domain/app-error.ts';
import type {ServerHealth, Servers} from '../domain/status.ts';
import type {DataCell, DataTable} from '../export/data-table.ts';
import type {Json} from '../export/json.ts';
import type {ExitCode} from './command.ts';
import {exitCodeOf, worstExitCode} from './run/exit-codes.ts';
import type {Frame} from './run/report.ts';

/** What is wrong; where it is the configuration, with the remedy, since that is a place in a file. */
const errorWords = ({code, message, hint}: AppErrorData): string =>
	code === 'config' && hint !== null ? `${message} ${hint}` : message;

const healthJson = ({ok, error, version, ms, clockSeconds}: ServerHealth): Json => ({
	ok,
	error: error && errorWords(error),
	code: error?.code ?? null,
	version,
	ms,
	clock_seconds: clockSeconds ?? null,
});

/** Both servers as JSON; Plex is null where it is not configured. */
export const serversJson = ({tautulli, plex}: Servers): {readonly tautulli: Json; readonly plex: Json} => ({
	tautulli: healthJson(tautulli),
	plex: plex === null ? null : healthJson(plex),
});

const healthCells = (server: string, {ok, error, version, ms, clockSeconds}: ServerHealth): DataCell[] => [
	server,
	ok,
	version,
	ms,
	error?.code ?? null,
	error && errorWords(error),
	clockSeconds ?? null,
];

/** Both servers as rows; without a row for a Plex that is not configured. */
export const serversTable = ({tautulli, plex}: Servers): DataTable => ({
	columns: ['server', 'ok', 'version', 'ms', 'code', 'error', 'clock_seconds'],
	rows: [healthCells('tautulli', tautulli), ...(plex === null ? [] : [healthCells('plex', plex)])],
});

const indent = ' '.repeat(11);

const troubleRows = ({message, hint}: AppErrorData, {width}: Frame): Row[] => {
	const wrapped = (text: string): string[] => wrapWords(text, Math.max(20, width - indent.length));
	return [
		...wrapped(message).map((line): Row => [{text: `${indent}${line}`}]),
		...wrapped(hint ?? '').map((line): Row => [{text: `${indent}${line}`, role: 'dim'}]),
	].filter(([span]) => span && span.text.trim() !== '');
};

const clockRows = ({clockSeconds}: ServerHealth): Row[] => {
	const words = clockDifference(clockSeconds);
	return words === null ? [] : [[{text: '           '}, {text: `clock: ${words}`, role: 'bold'}]];
};

const healthRows = (name: string, health: ServerHealth, frame: Frame): Row[] => {
	const {glyphs} = frame;
	const label = {text: name.padEnd(11), role: 'bold'} as const;
	if (!health.ok) {
		const row: Row = [label, {text: `${glyphs.bad} ${health.error?.code ?? 'away'}`, role: 'bad'}];
		return [row, ...(health.error === null ? [] : troubleRows(health.error, frame)), ...clockRows(health)];
	}
	const facts = [health.ms === null ? '' : `${Math.round(health.ms)} ms`, health.version ?? '', health.name];
	const text = `  ${facts.filter(fact => fact !== '').join('   ')}`;
	return [[label, {text: glyphs.ok}, {text}], ...clockRows(health)];
};

/** Both servers in words: a line each, with the sentence and the remedy of a trouble. */
export const serversRows = ({tautulli, plex, plexConnected}: Servers, frame: Frame): Row[] => {
	const rows = healthRows('Tautulli', tautulli, frame);
	if (plex === null)
		rows.push([
			{text: 'Plex       ', role: 'bold'},
			{text: 'not configured', role: 'dim'},
		]);
	else rows.push(...healthRows('Plex', plex, frame));
	if (tautulli.ok && plexConnected === false) {
		rows.push([{text: '           '}, {text: 'Tautulli itself has lost its connection to Plex.', role: 'bold'}]);
	}
	return rows;
};

const codeOf = (health: ServerHealth | null): ExitCode => {
	if (health === null || health.ok) return 0;
	return health.error === null ? 69 : exitCodeOf(AppError.fromJSON(health.error));
};

/** The worst of both servers. */
export const serversExitCode = ({tautulli, plex}: Servers): ExitCode => worstExitCode(codeOf(tautulli), codeOf(plex));
