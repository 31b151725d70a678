import {emptyDraft, type FoundServer, type FoundServers} from '../../config/found-file.ts';
import type {NewEntry} from '../../config/new-file.ts';
import {entry} from '../../config/schema/entries.ts';
import {AppError} from '../../domain/app-error.ts';
import type {Ask} from './ask.ts';

const isName = (text: string): boolean => entry.shape.name.safeParse(text).success;

const noName = 'A name has at most 20 letters (a to z), digits, - and _.';

const entryOf = ({listed}: FoundServers, typed: string): NewEntry => {
	const index = listed.findIndex(({name}) => name?.toLowerCase() === typed.toLowerCase());
	return index < 0 ? {name: typed, index: listed.length} : {name: listed[index]?.name ?? typed, index};
};

/** The server that a file without questions is about: that of `--server`, which may be a new one, else the first. Null: the file has no list. */
export const entryNamed = (old: FoundServers | null, wanted: string | undefined): NewEntry | null => {
	const first = old?.listed[0]?.name ?? null;
	if (old === null || first === null) {
		if (wanted === undefined) return null;
		throw new AppError('usage', 'The file has no list of servers, so --server names none.', {
			hint: 'Leave it out, or write a list `servers:` first; tautop config --example shows how.',
		});
	}
	const typed = wanted ?? first;
	if (!isName(typed)) throw new AppError('usage', 'The name in --server cannot be that of a server.', {hint: noName});
	return entryOf(old, typed);
};

/** Asks which server of the list is to be changed, or what a new one is called. */
export const askEntry = async (ask: Ask, old: FoundServers | null): Promise<NewEntry | null> => {
	const first = entryNamed(old, undefined);
	if (old === null || first === null) return null;
	const names = old.listed.flatMap(({name}) => name ?? []);
	ask.tell(`It lists ${names.length === 1 ? 'one server' : 'servers'}: ${names.join(', ')}. A new name adds one.`);
	const again = async (): Promise<NewEntry> => {
		const answer = await ask.line(`Which one is it? [${first.name}] `);
		if (answer === '' || isName(answer)) return answer === '' ? first : entryOf(old, answer);
		ask.tell(noName);
		return again();
	};
	return again();
};

/** What is known of the server of this entry; of a new one nothing is. */
export const knownOf = (old: FoundServers, chosen: NewEntry | null): FoundServer =>
	chosen === null
		? old
		: (old.listed[chosen.index] ?? {name: chosen.name, tautulli: emptyDraft, plex: emptyDraft, libraries: []});
