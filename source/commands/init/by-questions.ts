import {readAddress} from '../../config/address.ts';
import {alternatives, localAddress} from '../../config/alternatives.ts';
import {type Draft, draftAt, emptyDraft, type FoundServers, hasServer} from '../../config/found-file.ts';
import type {NewConfig, NewEntry} from '../../config/new-file.ts';
import type {Met} from '../../open/init/contact.ts';
import type {Outside} from '../../open/init/outside.ts';
import {type Ask, askFurther, askYesNo} from './ask.ts';
import {knownOf} from './choose-entry.ts';
import {chooseLibraries} from './choose-libraries.ts';
import {type Asking, type MetServer, meetServer} from './meet-server.ts';
import {type Asked, plex, tautulli} from './servers.ts';

/** What was found out: what to write, and whom it was found out of. */
export type Answers = {readonly config: NewConfig; readonly tautulli: Met; readonly plex: Met | null};

/** The environment counts before a file, so it does here. */
const withEnvironment = (draft: Draft, {server, variables}: Asked, {environment}: Outside): Draft => {
	const written = environment.get(variables.baseUrl)?.value;
	const read = written === undefined ? null : readAddress(written, server);
	// What is no address is tried all the same, to say why.
	const baseUrl = read && 'url' in read ? read.url : written;
	return {
		...(baseUrl === undefined ? draft : draftAt(draft, baseUrl)),
		secret: environment.get(variables.secret)?.value ?? draft.secret,
	};
};

const takesOver = async (ask: Ask, found: FoundServers | null): Promise<boolean> => {
	if (!found) return false;
	ask.tell(`${found.isHero ? 'homescreen-hero has a configuration' : 'There is another configuration'}: ${found.file}`);
	return askYesNo(ask, 'Take over its addresses and keys?', true);
};

const metWords = ({title, secret}: Asked, {met}: MetServer): string =>
	`${title} took the ${secret}: ${[met.name, met.version].filter(word => word !== '').join(', ')}.`;

/** With a scheme, a port or dots: neither a token nor a slip of the finger has them. */
const plexAddress = {isOne: (answer: string) => /:\/\/|:\d|\w\.\w/.test(answer), name: 'the address of Plex'};

const meetPlexToo = async (asking: Asking, draft: Draft, {server, met}: MetServer): Promise<MetServer | null> => {
	const {ask} = asking;
	const isKnown = draft.baseUrl !== null && draft.secret !== null;
	const question = 'Connect Plex too? Without it tautop does not know what is promoted.';
	const wants = isKnown || (await askFurther(ask, question, true, plexAddress));
	if (wants === false) return null;
	const typed = wants === true ? null : wants;
	const guesses = [met.plexUrl, ...alternatives(server.baseUrl, 'plex'), localAddress('plex')];
	const usual = [...new Set(guesses.filter(guess => guess !== ''))];
	const found = await meetServer(asking, plex, draft, usual, typed);
	if (!found) return null;
	ask.tell(metWords(plex, found));
	if (met.machineIdentifier !== '' && met.machineIdentifier !== found.met.machineIdentifier) {
		ask.tell('But Tautulli watches another Plex server: plays and collections would not belong together.');
		return (await askYesNo(ask, 'Use it all the same?', false))
			? found
			: meetPlexToo(asking, emptyDraft, {server, met});
	}
	return found;
};

/** Asks for everything, each answer tried at once. `entry`: the server of the list that it is about; null: there is none. */
export const byQuestions = async (
	asking: Asking,
	outside: Outside,
	entry: NewEntry | null = null,
): Promise<Answers> => {
	const {ask} = asking;
	const {old, found} = outside;
	const own = old && knownOf(old, entry);
	// Another configuration is of another server, or of the first one.
	const isFirst = entry === null || entry.index === 0;
	const source = isFirst && (await takesOver(ask, found)) ? found : own && hasServer(own) ? own : null;
	const fill = (draft: Draft, asked: Asked): Draft => (isFirst ? withEnvironment(draft, asked, outside) : draft);
	const known = fill(source?.tautulli ?? emptyDraft, tautulli);
	// Tautulli has no `none`: there is always an answer.
	const first = await meetServer(asking, tautulli, known, [localAddress('tautulli')]);
	if (!first) throw new Error('nobody asked for Tautulli');
	ask.tell(metWords(tautulli, first));
	const second = await meetPlexToo(asking, fill(source?.plex ?? emptyDraft, plex), first);
	const libraries = await chooseLibraries(
		ask,
		second?.met.libraries ?? first.met.libraries ?? [],
		source?.libraries ?? [],
	);
	return {
		config: {tautulli: first.server, plex: second?.server ?? null, libraries},
		tautulli: first.met,
		plex: second?.met ?? null,
	};
};
