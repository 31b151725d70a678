import {lstatSync, statSync} from 'node:fs';
import type {Explanation} from '../config/explain.ts';
import {standingWarnings} from '../domain/settings.ts';
import {type Finding, warning, well, wrong} from './finding.ts';

const fileFinding = ({file, by, values}: Explanation): Finding => {
	const variables = values.filter(({origin}) => origin.from === 'variable').length;
	const others = variables === 0 ? '' : `; ${variables} ${variables === 1 ? 'value' : 'values'} from the environment`;
	if (file === null) return well('file', `none is read${others}`);
	return well('file', `${file}, by ${by ?? 'default'}${others}`);
};

/** Which file is read, and what is wrong with it. */
export const configurationFindings = (told: Explanation): readonly Finding[] => {
	const {trouble, configured} = told;
	const warnings = standingWarnings(told).map(text => warning('warning', text, null));
	if (trouble) return [fileFinding(told), wrong('problem', trouble), ...warnings];
	return configured
		? [fileFinding(told), ...warnings, well('values', '`tautop config` shows each and where it comes from')]
		: [fileFinding(told), ...warnings];
};

const modeText = (mode: number): string => `0${(mode & 0o777).toString(8)}`;

const quoted = (file: string): string =>
	/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", String.raw`'\''`)}'`;

/** Who may read the files that hold secrets: their owner alone, or a group that he knows. */
export const secretsFindings = (files: readonly string[], platform: NodeJS.Platform): readonly Finding[] => {
	if (platform === 'win32') return [];
	return files.flatMap((file): Finding[] => {
		const stats = statSync(file, {throwIfNoEntry: false});
		if (!stats) return [];
		const mode = modeText(stats.mode);
		const link = lstatSync(file).isSymbolicLink() ? ', by a link' : '';
		if ((stats.mode & 0o004) !== 0) return [];
		const who = (stats.mode & 0o040) === 0 ? 'its owner alone may read it' : 'its owner and its group may read it';
		return [well('secrets', `${quoted(file)} has mode ${mode}${link}: ${who}`)];
	});
};
