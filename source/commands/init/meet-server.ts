import {readAddress} from '../../config/address.ts';
import {alternatives} from '../../config/alternatives.ts';
import type {Draft} from '../../config/found-file.ts';
import type {NewServer} from '../../config/new-file.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import {type Contact, firstThatAnswers, knock, type Met} from '../../open/init/contact.ts';
import {type Ask, askYesNo} from './ask.ts';
import {isSecretLike, type Secrets, secretTrouble} from './secrets.ts';
import type {Asked} from './servers.ts';
import {addressWords, reasonOf} from './words.ts';

/** What asking needs from outside. */
export type Asking = {readonly ask: Ask; readonly secrets: Secrets; readonly signal: AbortSignal};

/** A server that took its key, and what it said of itself. */
export type MetServer = {readonly server: NewServer; readonly met: Met};

type Address = {readonly baseUrl: string; readonly verifyTls: boolean};

/** Headers are secrets of the address that they were written for. */
const serverAt = (draft: Draft, {baseUrl, verifyTls}: Address): Omit<NewServer, 'secret'> => ({
	...draft,
	baseUrl,
	verifyTls,
	headers: baseUrl === draft.baseUrl ? draft.headers : {},
});

const contactAt = (draft: Draft, address: Address): Contact => {
	const {caFile, ...server} = serverAt(draft, address);
	return {...server, caFile: caFile ?? undefined};
};

/** Rethrows what is no trouble with a server: an interruption, a bug. */
const troubleOf = (error: unknown): AppError => {
	if (error instanceof AppError && !isCancelled(error)) return error;
	throw error;
};

const tryOut = async (work: Promise<unknown>): Promise<AppError | null> => {
	try {
		await work;
		return null;
	} catch (error) {
		return troubleOf(error);
	}
};

/** Is it there? Where it is, and only its certificate is not trusted, the user decides. */
const reach = async (
	{ask, signal}: Asking,
	{server, title}: Asked,
	draft: Draft,
	baseUrl: string,
): Promise<Address | AppError> => {
	ask.tell(`Asking ${baseUrl} …`);
	const verifyTls = draft.verifyTls || baseUrl !== draft.baseUrl;
	const trouble = await tryOut(knock(server, contactAt(draft, {baseUrl, verifyTls}), signal));
	if (!trouble) return {baseUrl, verifyTls};
	if (!verifyTls || !baseUrl.startsWith('https:')) return trouble;
	if (await tryOut(knock(server, contactAt(draft, {baseUrl, verifyTls: false}), signal))) return trouble;
	ask.tell(reasonOf(trouble));
	const goesOn = await askYesNo(
		ask,
		`Go on without checking ${title}’s certificate? A mark on the screen will say so.`,
		false,
	);
	return goesOn ? {baseUrl, verifyTls: false} : new AppError('unreachable', 'Another address is needed, then.');
};

/** Asks for the address until the server is there; null: the user does without it. `typed`: an answer that was given already. */
const askAddress = async (
	asking: Asking,
	asked: Asked,
	draft: Draft,
	guess: string | null,
	typed: string | null,
): Promise<Address | null> => {
	const {ask} = asking;
	const {server, title, secret} = asked;
	let usual = guess;
	let given = typed;
	for (;;) {
		const none = server === 'plex' ? ', or none' : '';
		const answer = given ?? (await ask.line(`${title} address${none}${usual === null ? '' : ` [${usual}]`}: `));
		given = null;
		if (server === 'plex' && /^none$/i.test(answer)) return null;
		if (answer === '' && usual === null) {
			ask.tell(`Write it as the browser shows it, with the port.`);
			continue;
		}
		if (isSecretLike(answer)) {
			ask.tell(`That looks like the ${secret}, which comes next. First the address, please.`);
			continue;
		}
		const read = readAddress(answer === '' ? (usual ?? '') : answer, server);
		if ('refusal' in read) {
			ask.tell(addressWords(read.refusal));
			continue;
		}
		for (const note of read.notes) ask.tell(addressWords(note));
		const reached = await reach(asking, asked, draft, read.url);
		if (!(reached instanceof AppError)) return reached;
		ask.tell(reasonOf(reached));
		const others = [...(usual === null ? [] : [usual]), ...alternatives(read.url, server)];
		usual = await firstThatAnswers(server, [...new Set(others)], asking.signal);
		if (usual !== null) ask.tell(`But ${title} answers at ${usual}: Enter takes that.`);
	}
};

/** Tries a key; the reason why not, else what the server said. */
const tryKey = async (
	{secrets, signal}: Asking,
	{meet}: Asked,
	draft: Draft,
	address: Address,
	secret: string,
): Promise<MetServer | AppError> => {
	secrets.trying(secret);
	const server: NewServer = {...serverAt(draft, address), secret};
	try {
		const met = await meet(contactAt(draft, address), secret, signal);
		secrets.keep(server);
		return {server, met};
	} catch (error) {
		return troubleOf(error);
	}
};

/** Asks for the key until the server takes it; null: back to the address. */
const askKey = async (asking: Asking, asked: Asked, draft: Draft, address: Address): Promise<MetServer | null> => {
	const {ask} = asking;
	if (draft.secret !== null) {
		const met = await tryKey(asking, asked, draft, address, draft.secret);
		if (!(met instanceof AppError)) return met;
		ask.tell(`The ${asked.secret} that was found does not work. ${reasonOf(met)}`);
	}
	ask.tell(asked.whereIsIt);
	for (;;) {
		const secret = await ask.secret(`${asked.title} ${asked.secret}, not shown (just Enter: another address): `);
		if (secret === '') return null;
		const wrong = secretTrouble(secret);
		if (wrong !== null) {
			ask.tell(wrong);
			continue;
		}
		const met = await tryKey(asking, asked, draft, address, secret);
		if (!(met instanceof AppError)) return met;
		ask.tell(reasonOf(met));
	}
};

/** What is known already is tried first; what fails is told, and asked for. */
const tryDraft = async (asking: Asking, asked: Asked, draft: Draft): Promise<MetServer | AppError | null> => {
	if (draft.baseUrl === null || draft.secret === null) return null;
	const {verifyTls, baseUrl, secret} = draft;
	asking.ask.tell(`Asking ${baseUrl} …`);
	const met = await tryKey(asking, asked, draft, {baseUrl, verifyTls}, secret);
	if (!(met instanceof AppError)) return met;
	asking.ask.tell(reasonOf(met));
	return met;
};

/** Asks for a server until it is there and takes its key; null: the user does without it. `typed`: its address, given already. */
export const meetServer = async (
	asking: Asking,
	asked: Asked,
	draft: Draft,
	guesses: readonly string[],
	typed: string | null = null,
): Promise<MetServer | null> => {
	const known = await tryDraft(asking, asked, draft);
	if (known && !(known instanceof AppError)) return known;
	// A server that was only away, or has moved, may take it yet.
	const left = known?.code === 'unauthorized' ? {...draft, secret: null} : draft;
	let given = typed;
	const find = () => firstThatAnswers(asked.server, guesses, asking.signal);
	let guess = draft.baseUrl ?? (given === null ? await find() : null);
	for (;;) {
		const address = await askAddress(asking, asked, left, guess, given);
		given = null;
		if (!address) return null;
		const met = await askKey(asking, asked, left, address);
		if (met) return met;
		guess = address.baseUrl;
	}
};
