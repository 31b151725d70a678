import {lstatSync, statSync} from 'node:fs';
import type {Config} from '../config/config.ts';
import type {Explanation} from '../config/explain.ts';
import type {Origin} from '../config/origins.ts';
import type {AppErrorData} from '../domain/app-error.ts';
import {shellWord} from '../domain/command-flags.ts';
import {standingWarnings} from '../domain/settings.ts';
import {type Finding, warning, well, wrong} from './finding.ts';
import {modeText} from './modes.ts';

const fileFinding = ({file, by, values}: Explanation): Finding => {
	const variables = values.filter(({origin}) => origin.from === 'variable').length;
	const others = variables === 0 ? '' : `; ${variables} ${variables === 1 ? 'value' : 'values'} from the environment`;
	if (file === null) return well('file', `none${others}`);
	return well('file', `${file}, from ${by ?? 'the default'}${others}`);
};

/** Each place that is wrong is a line; what is to be done about all of them stands below the last one. */
const problemFindings = (trouble: AppErrorData): readonly Finding[] => {
	const lines = trouble.message.split('\n');
	return lines.map((text, index) => ({
		...wrong('problem', trouble),
		text,
		remedy: index === lines.length - 1 ? trouble.hint : null,
	}));
};

/** Which file is read, and what is wrong with it. */
export const configurationFindings = (told: Explanation): readonly Finding[] => {
	const {trouble, configured} = told;
	const warnings = standingWarnings(told).map(text => warning('warning', text, null));
	if (trouble) return [fileFinding(told), ...problemFindings(trouble), ...warnings];
	return configured
		? [fileFinding(told), ...warnings, well('values', '`tautop config` lists them all, and where each comes from')]
		: [fileFinding(told), ...warnings];
};

/** Of several servers one is examined: which one, and how the others are. */
export const serverFindings = ({name, serverNames}: Pick<Config, 'name' | 'serverNames'>): readonly Finding[] => {
	if (name === null) return [];
	const others = serverNames.filter(other => other !== name);
	const rest = others.length === 0 ? '' : `; --server NAME looks at ${others.join(', ')}`;
	return [well('server', `${name}${rest}`)];
};

/** Whether anything collects by itself. Without a schedule nothing is wrong: cron or a hand may do it. */
export const scheduleFinding = ({
	collect: {schedule},
}: {
	readonly collect: Pick<Config['collect'], 'schedule'>;
}): Finding =>
	well(
		'schedule',
		schedule === null
			? 'none: it collects only when asked; by itself with collect.schedule and `tautop watch` (docs/schedule.md)'
			: `"${schedule}", while \`tautop watch\` or a dashboard runs`,
	);

const holderOf = (origin: Origin): string | null => {
	if (origin.from === 'variable') return origin.named ?? origin.file;
	return origin.from === 'file' ? origin.file : null;
};

/** The files that hold secrets: the configuration, `.env`, and what variables name. */
export const secretFilesOf = ({values}: Pick<Explanation, 'values'>): readonly string[] => [
	...new Set(values.flatMap(({state, origin}) => (state === 'secret' ? (holderOf(origin) ?? []) : []))),
];

/** Who may read the files that hold secrets: their owner alone, or a group that he knows. */
export const secretsFindings = (files: readonly string[], platform: NodeJS.Platform): readonly Finding[] => {
	if (platform === 'win32') return [];
	return files.flatMap((file): Finding[] => {
		const stats = statSync(file, {throwIfNoEntry: false});
		if (!stats) return [];
		const mode = modeText(stats.mode);
		const link = lstatSync(file).isSymbolicLink() ? ', by a link' : '';
		if ((stats.mode & 0o004) !== 0) return [];
		const who = (stats.mode & 0o040) === 0 ? 'only its owner may read it' : 'its owner and its group may read it';
		return [well('secrets', `${shellWord(file)} has mode ${mode}${link}: ${who}`)];
	});
};
