import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {TautulliClient} from '../../source/tautulli/client.ts';
import type {HistoryMirrorClient} from '../../source/tautulli/mirror-client.ts';
import {everythingIn} from '../helpers/errors.ts';
import {apiKey, type Dataset, type Recording, readRecording, recordingNames, startTautulli} from './recorded.ts';

/** The data of a recorded envelope, for its windows. */
const recordedDays = ({body}: Recording): number[] =>
	[...JSON.stringify(body).matchAll(/"query_days":(-?\d+)/g)].map(match => Number(match[1]));

const movies = {sectionId: '1', name: 'Movies', type: 'movie', count: 150};
const month = {days: 30, yAxis: 'plays'} as const;

type Ask = (client: TautulliClient & HistoryMirrorClient, recording: Recording) => Promise<unknown>;

/** How tautop asks each command; the recorded questions had other parameters, which the schemas do not care for. */
const questions: Record<string, Ask> = {
	server_status: client => client.getServerStatus(),
	get_tautulli_info: client => client.ping(null),
	get_server_info: client => client.ping(null),
	get_activity: client => client.getActivity(),
	get_libraries: client => client.getLibraries(),
	get_item_watch_time_stats: (client, recording) =>
		client.getItemStats({ratingKey: '900042', mediaType: 'collection', days: recordedDays(recording)}),
	get_history: (client, {request}) =>
		client.getHistoryWindow({start: Number(request.start ?? 0), length: Number(request.length)}),
	get_users: client => client.getUsers(),
	get_users_table: client => client.getPlayTable(),
	get_plays_by_date: client => client.getPlaysByDate(month),
	get_plays_by_hourofday: client => client.getPlaysByHourOfDay(month),
	get_plays_by_stream_type: client => client.getPlaysByStreamType(month),
	get_plays_by_source_resolution: client => client.getResolutions({days: 30, measure: 'plays', users: []}),
	get_plays_by_stream_resolution: client => client.getResolutions({days: 30, measure: 'plays', users: []}),
	get_stream_data: client => client.getStreamData(5),
	get_collections_table: client => client.getCollections(movies),
	get_metadata: client => client.getMediaType('1023'),
	get_library_names: client => client.getSectionIds(),
	get_libraries_table: client => client.getLiveTv(),
	get_children_metadata: client => client.getChildren('900042', 'collection'),
};

/** The recordings that are not answers to what tautop asks, or not good ones: what each must become. */
const troubles: Array<[RegExp, string]> = [
	[/^get_activity--session_key/, 'bad-answer'],
	[/^get_activity--session_key-unknown/, 'unreachable'],
	[/^get_collections_table--(no-section|section-unknown)/, 'server-error'],
	[/^get_history--(reference_id-1001-values|length-bad)/, 'server-error'],
	// With live sessions, which have no row number and are not counted; and one row less than there are.
	[/^get_history--(activity-only-top|with-paused-activity|length-minus-1)/, 'bad-answer'],
	[/^get_item_watch_time_stats--no-key/, 'bad-answer'],
	[/^get_item_watch_time_stats--text/, 'not-found'],
	[/^error--(wrong-apikey|short-apikey|empty-apikey|no-apikey|x-api-key-header-only|api-disabled)/, 'unauthorized'],
	[/^error--(unknown-cmd|wrong-key-and-unknown-cmd|no-cmd)/, 'bad-answer'],
	[/^error--bad-type-param/, 'server-error'],
	[/^error--(path-missing|path-api|path-api-v1)$/, 'not-found'],
	[/^(callback-bad|out_type-bad)/, 'server-error'],
	[/^http_root--missing-prefix/, 'not-found'],
	[/^nokey--/, 'bad-answer'],
	[/^plex-down--(get_activity|get_libraries)$/, 'unreachable'],
	[/^plex-down--get_collections_table/, 'server-error'],
];

const expectedOf = (name: string): string =>
	troubles.filter(([pattern]) => pattern.test(name)).at(-1)?.[1] ?? 'success';

const questionOf = ({request}: Recording): Ask =>
	questions[String(request.cmd)] ?? (client => client.getServerStatus());

/** The other commands that a question may lead to; always of the server with users that played something. */
const supporting = Object.fromEntries(
	Object.keys(questions)
		.filter(command => recordingNames('small').includes(command))
		.map(command => [command, readRecording('small', command)]),
);

const datasets: Dataset[] = ['small', 'empty'];
const cases = datasets.flatMap(dataset => recordingNames(dataset).map(name => [dataset, name] as const));

test.each(cases)('%s/%s is read as what it is', async (dataset, name) => {
	const recording = readRecording(dataset, name);
	const command = String(recording.request.cmd ?? '*');
	const isCommand = Object.keys(questions).includes(command);
	// The recorded server had a command, a key or a path that tautop never sends: then the answer is to whatever is asked.
	const script = isCommand ? {...supporting, [command]: recording} : {'*': recording};
	const {client} = await startTautulli(script);
	const ask = questionOf(recording);
	const outcome = await ask(client, recording).then(
		() => 'success',
		(error: unknown) => error,
	);
	expect(everythingIn(outcome)).not.toContain(apiKey);
	expect(outcome instanceof AppError ? outcome.code : outcome).toBe(expectedOf(name));
});

test('there are recordings of every command and every trouble', () => {
	const commands = new Set(cases.map(([, name]) => name.split('--')[0]));
	expect(Object.keys(questions).filter(command => !commands.has(command))).toEqual([]);
	expect(troubles.filter(([pattern]) => !cases.some(([, name]) => pattern.test(name)))).toEqual([]);
});
