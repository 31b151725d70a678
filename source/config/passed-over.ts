import path from 'node:path';
import type {PassedOver} from '../domain/settings.ts';
import {entriesOf} from './check-servers.ts';
import {isMeantForUs, meantPlace} from './meant.ts';
import {isRecord, type ParsedFile} from './parse.ts';
import {printable, warningLine} from './problem.ts';
import {sections} from './schema/sections.ts';
import {unknownSections} from './unknown.ts';

/** A file that configures nothing, and why: goes on after "was passed over: ". */
export const passedOver = (file: string, why: string, others: readonly string[], meant: boolean): PassedOver => ({
	name: printable(path.basename(file)),
	sentences: [`${printable(file)} was passed over: ${why}`, ...others],
	meant,
});

/** What other programs have at the left margin is theirs; what is like ours is told. */
const likenesses = (file: ParsedFile): readonly string[] =>
	unknownSections(file, name => meantPlace(name) === null).map(warningLine);

const whyNot = ({tautulli, plex}: ParsedFile['values']): string => {
	if (tautulli === undefined && plex === undefined) return 'it has neither a tautulli nor a plex section.';
	const isEmpty = [tautulli, plex].every(section => section === undefined || section === null);
	return isEmpty
		? `its section ${tautulli === undefined ? 'plex' : 'tautulli'} is empty.`
		: 'neither its tautulli nor its plex section is a mapping of keys to values.';
};

/** A file that was read, without any section of a server: somebody's slip, or another program's file. */
export const withoutServers = (file: ParsedFile): PassedOver => {
	const {values} = file;
	const hasOurs = 'tautulli' in values || 'plex' in values;
	const meant = hasOurs || isMeantForUs(Object.keys(values));
	const why = meant ? whyNot(values) : `${whyNot(values).replace(/\.$/, '')}, so it is another program’s.`;
	return passedOver(file.path, why, meant ? likenesses(file) : [], meant);
};

/**
 * A file that was read, and sets nothing of Tautulli; null: it was not written to, but for the looks of the dashboard.
 * `unknown`: what is said of names in it that are not known.
 */
export const withoutTautulli = ({path: file, values}: ParsedFile, unknown: readonly string[]): PassedOver | null => {
	const names = Object.keys(values);
	const others = names.filter(name => !Object.hasOwn(sections, name));
	const isForLooks = others.length < names.length && !('tautulli' in values || 'plex' in values);
	if (isForLooks && !(others.length > 0 && isMeantForUs(others))) return null;
	return passedOver(file, 'it sets neither tautulli.base_url nor tautulli.api_key.', unknown, true);
};

/** True for a mapping: what makes a section of a server, at the left margin or in a list of servers, which others have too. */
export const hasServers = (values: ParsedFile['values']): boolean =>
	[values, ...entriesOf(values)].some(({tautulli, plex}) => isRecord(tautulli) || isRecord(plex));
