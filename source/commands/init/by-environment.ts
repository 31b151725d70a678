import {readAddress} from '../../config/address.ts';
import {localAddress} from '../../config/alternatives.ts';
import {type Draft, draftAt, emptyDraft} from '../../config/found-file.ts';
import type {NewEntry, NewServer} from '../../config/new-file.ts';
import {AppError} from '../../domain/app-error.ts';
import type {Met} from '../../open/init/contact.ts';
import type {Outside} from '../../open/init/outside.ts';
import type {Answers} from './by-questions.ts';
import {knownOf} from './choose-entry.ts';
import type {MetServer} from './meet-server.ts';
import {type Secrets, secretTrouble} from './secrets.ts';
import {type Asked, plex, tautulli} from './servers.ts';
import {withoutFile} from './words.ts';

const wrongVariable = (name: string, sentence: string, hint: string): AppError =>
	new AppError('config', `${name}: ${sentence}`, {hint});

/** `known`: what the file says of it, of which the rest counts where that is of the same address. */
const serverOf = (asked: Asked, {environment}: Outside, known: Draft): NewServer | null => {
	const {baseUrl, secret} = asked.variables;
	const key = environment.get(secret);
	if (key === null) return null;
	const wrong = secretTrouble(key.value);
	if (wrong !== null) throw wrongVariable(key.name, `it holds no ${asked.secret}.`, 'Copy it again, and nothing else.');
	const address = environment.get(baseUrl);
	const read = readAddress(address?.value ?? localAddress(asked.server), asked.server);
	if ('refusal' in read) {
		throw wrongVariable(address?.name ?? baseUrl, `it ${read.refusal.sentence}.`, read.refusal.remedy);
	}
	return {...draftAt(known, read.url), baseUrl: read.url, secret: key.value};
};

const needed = (): AppError =>
	new AppError('config', 'There is no terminal to ask at, and HSH_TAUTULLI_API_KEY is not set.', {
		hint: 'Set HSH_TAUTULLI_BASE_URL and HSH_TAUTULLI_API_KEY, for Plex HSH_PLEX_URL and HSH_PLEX_TOKEN too (each also with _FILE at its end, naming a file).',
	});

const meet = async (asked: Asked, server: NewServer, secrets: Secrets, signal: AbortSignal): Promise<Met> => {
	secrets.trying(server.secret);
	const contact = {...server, caFile: server.caFile ?? undefined};
	const met = await asked.meet(contact, server.secret, signal).catch((error: unknown) => {
		throw error instanceof AppError ? withoutFile(error) : error;
	});
	secrets.keep(server);
	return met;
};

/** Takes everything from the environment, and tries it once: throws what is wrong. */
export const byEnvironment = async (
	outside: Outside,
	secrets: Secrets,
	signal: AbortSignal,
	entry: NewEntry | null,
): Promise<Answers> => {
	const known = outside.old && knownOf(outside.old, entry);
	const first = serverOf(tautulli, outside, known?.tautulli ?? emptyDraft);
	if (!first) throw needed();
	const firstMet = await meet(tautulli, first, secrets, signal);
	const server = serverOf(plex, outside, known?.plex ?? emptyDraft);
	const second: MetServer | null = server && {server, met: await meet(plex, server, secrets, signal)};
	return {
		config: {
			tautulli: first,
			plex: second?.server ?? null,
			libraries: known?.libraries ?? [],
		},
		tautulli: firstMet,
		plex: second?.met ?? null,
	};
};
