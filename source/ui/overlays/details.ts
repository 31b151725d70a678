import {formatWhen} from '../../canvas/clock.ts';
import type {Row} from '../../canvas/row.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import {serverTitles} from '../../domain/app-error.ts';
import {asTyped} from '../../domain/command-flags.ts';
import {type Reading, type Trouble, troubleOf} from '../feeds/reading.ts';
import {instanceAt} from '../instances.ts';
import {pagePlace} from '../layout.ts';
import {clockOf, databaseOf, readingOf, type Shell} from '../shell.ts';
import {engineWords, retryWords} from '../trouble-words.ts';

const bullet = (title: string, lines: readonly string[], {state}: Shell): readonly Row[] => [
	[{text: ' '}, {text: title, role: 'bold'}],
	...lines
		.filter(line => line !== '')
		.map(line => asTyped(line, state.settings?.commandFlags ?? ''))
		.flatMap(line => wrapWords(line, Math.max(8, state.size.columns - 4)))
		.map((line): Row => [{text: '   '}, {text: line}]),
	[],
];

type Named = {readonly title: string; readonly reading: Reading<unknown>};

/** All that is asked, by its title; who is watching is told with the view of that name, where that can be seen. */
const allReadings = (shell: Shell): readonly Named[] => {
	const {state, readings, activity, local} = shell;
	const shown = [pagePlace, ...state.places.keys()].flatMap((place): readonly Named[] => {
		const instance = instanceAt(state, place);
		return instance ? [{title: instance.view.title, reading: readingOf(readings, instance.id)}] : [];
	});
	return [...shown, {title: 'Who is watching', reading: activity}, {title: 'Database', reading: local}];
};

const messagesOf = (shell: Shell): ReadonlySet<string | undefined> =>
	new Set(allReadings(shell).map(({reading}) => troubleOf(reading)?.error.message));

/** What has the same trouble is told together. What merely waits is no trouble. */
const viewTroubles = (shell: Shell): readonly Row[] => {
	const {now, zone} = shell;
	const troubles = new Map<string, {readonly titles: string[]; readonly trouble: Trouble}>();
	for (const {title, reading} of allReadings(shell)) {
		const trouble = troubleOf(reading);
		if (!trouble || trouble.error.code === 'waiting') continue;
		const known = troubles.get(trouble.error.message);
		if (known) known.titles.push(title);
		else troubles.set(trouble.error.message, {titles: [title], trouble});
	}
	return [...troubles.values()].flatMap(({titles, trouble}) => {
		const retry = trouble.retryAt === null ? 'not asked again until r' : retryWords(trouble, now);
		const when = `since ${formatWhen(trouble.since, now, zone)}   ${retry}`;
		const [first = '', ...others] = [...new Set(titles)];
		const title = [first, ...others.filter(each => each !== 'Who is watching')].join(', ');
		return bullet(title, [trouble.error.message, trouble.error.hint ?? '', when], shell);
	});
};

/** What the pings say of a server, where no pane says the same. */
const pingTroubles = (shell: Shell): readonly Row[] => {
	const told = messagesOf(shell);
	return serverNames.flatMap(server => {
		const error = shell.pings[server].ping?.health?.error;
		if (!error || told.has(error.message)) return [];
		return bullet(serverTitles[server], [error.message, error.hint ?? ''], shell);
	});
};

/** The engine that is not there: what it was, and that nobody need do anything. */
const engineTrouble = (shell: Shell): readonly Row[] => {
	const {engine} = shell.state;
	if (!engine) return [];
	const when = `since ${formatWhen(engine.since, shell.now, shell.zone)}   ${engineWords(engine, shell.now)}`;
	return bullet('The engine, which asks the servers and keeps the database', [engine.reason, engineHint, when], shell);
};

const engineHint = 'What was stored is unharmed. The log says more; if it happens again, please report it.';

/** Why the database is not open, where no pane says the same. */
const databaseTrouble = (shell: Shell): readonly Row[] => {
	const trouble = databaseOf(shell)?.trouble ?? null;
	const told = messagesOf(shell).has(trouble?.message);
	if (trouble === null || told) return [];
	return bullet('Database', [trouble.message, trouble.hint ?? '', 'Nothing is kept until it can be opened.'], shell);
};

const serverNames = ['tautulli', 'plex'] as const;

const uncheckedWords = 'Certificates are not checked: whoever is between tautop and a server can read its key.';

/** What is wrong: pane by pane, server by server, what the last run could not read, then warnings and what was odd. */
export const detailRows = (shell: Shell): readonly Row[] => {
	const {collecting, settings, odd} = shell.state;
	const clock = clockOf(shell);
	const failed = collecting.state === 'ended' ? collecting.summary.failed : [];
	const run = failed.map(({collection, reason}) => `${collection}: ${reason}`);
	const warnings = [
		...(settings?.unverifiedTls ? [uncheckedWords] : []),
		...(clock === null ? [] : [`The clocks differ: ${clock}.`]),
		...(collecting.state === 'ended' ? collecting.summary.warnings : []),
		...(settings?.warnings ?? []),
		...(databaseOf(shell)?.warnings ?? []),
	];
	const unused = (settings?.passedOver ?? []).flatMap(({sentences}) => sentences);
	const all = [
		...engineTrouble(shell),
		...viewTroubles(shell),
		...pingTroubles(shell),
		...databaseTrouble(shell),
		...(run.length === 0 ? [] : bullet('Could not be collected', run, shell)),
		...(warnings.length === 0 ? [] : bullet('Warnings', warnings, shell)),
		...(unused.length === 0 ? [] : bullet('Files that configure nothing', unused, shell)),
		...(odd.length === 0 ? [] : bullet('What was odd', odd, shell)),
	];
	return all.length === 0 ? [[], [{text: ' '}, {text: 'All is well: both servers answer.'}]] : [[], ...all];
};
