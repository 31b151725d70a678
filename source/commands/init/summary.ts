import path from 'node:path';
import type {NewEntry} from '../../config/new-file.ts';
import {shellWord} from '../../domain/command-flags.ts';
import type {Saved} from '../../open/init/new-file.ts';
import type {Outside} from '../../open/init/outside.ts';
import type {Answers} from './by-questions.ts';

/** How the program is called where it runs: from a checkout, by npx, or by its name. */
const programName = (env: Readonly<Record<string, string | undefined>>): string => {
	if (env.npm_lifecycle_event === 'start') return 'npm start --';
	return env.npm_command === 'exec' ? 'npx tautop' : 'tautop';
};

const serverLine = (name: string, ...facts: readonly string[]): string =>
	`  ${name.padEnd(10)}${facts.filter(fact => fact !== '').join('   ')}`;

const librariesWords = (libraries: readonly string[]): string =>
	libraries.length === 0 ? 'all libraries' : libraries.join(', ');

const savedLines = (file: string, {replaced, backup}: Saved): readonly string[] => [
	`Written: ${file} (only you can read it)`,
	...(backup === null ? [] : [`The old one is kept as ${path.basename(backup)}.`]),
	...(replaced && backup === null ? ['The old one could not be kept beside it.'] : []),
];

/** A command that is longer than most has what it does below itself, so that both stay whole. */
const nextLine = (command: string, does: string): readonly string[] => {
	const line = `  ${command.padEnd(20)} ${does}`;
	return command.length > 20 || line.length > 80 ? [`  ${command}`, `      ${does}`] : [line];
};

/** A file that nothing names is found by none of the next commands. */
const nextLines = (
	{file, used, old, found}: Outside,
	env: Readonly<Record<string, string | undefined>>,
	entry: NewEntry | null,
): readonly string[] => {
	const other = used();
	const hasHero = [old, found].some(each => each?.isHero);
	const flag = other === file ? '' : ` --config ${shellWord(file)}`;
	const server = entry === null || entry.index === 0 ? '' : ` --server ${entry.name}`;
	const call = `${programName(env)}${flag}${server}`;
	return [
		...(other !== null && other !== file ? [`Without --config tautop reads another file here: ${other}`] : []),
		'Next:',
		...nextLine(`${call} ping`, 'are both servers there?'),
		...nextLine(`${call} collect`, 'the first snapshots of your collections'),
		...(hasHero
			? nextLine(`${call} import FILE`, 'what homescreen-hero rotated: FILE is its homescreen_hero.sqlite')
			: []),
		...nextLine(call, 'the dashboard'),
		...nextLine(`${call} watch`, 'collects by itself, by collect.schedule: docs/schedule.md'),
	];
};

/** What was written, without any secret, and what to do next. */
export const summary = (
	{config, tautulli, plex}: Answers,
	saved: Saved,
	outside: Outside,
	env: Readonly<Record<string, string | undefined>>,
	entry: NewEntry | null,
): string =>
	[
		'',
		...savedLines(outside.file, saved),
		serverLine('Tautulli', config.tautulli.baseUrl, tautulli.version, tautulli.name),
		config.plex && plex
			? serverLine('Plex', config.plex.baseUrl, plex.version, librariesWords(config.libraries))
			: serverLine('Plex', 'not connected: what is promoted is not known'),
		'',
		...nextLines(outside, env, entry),
	].join('\n');
