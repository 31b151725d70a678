import {AppError} from '../domain/app-error.ts';
import type {Clock} from '../domain/clock.ts';
import {errorWithKeyNames, type KeyNames} from '../domain/key-names.ts';
import type {DatabaseStatus} from '../domain/status.ts';
import {beginAnew, openStore, type Store} from '../store/open.ts';

/** The database as far as there is one: what needs none goes on without it. */
export type HeldStore = {
	/** Null: there is none now. */
	readonly current: () => Store | null;
	/** Throws `store` with the reason while there is none. */
	readonly need: () => Store;
	readonly status: () => DatabaseStatus;
	/** Looks whether the file is still there, and whether others wrote to it; while there is none, tries again now and then. */
	readonly look: () => Promise<void>;
	/** Sets a file that has shown damage aside. */
	readonly close: () => Promise<void>;
};

export type HoldOptions = {
	readonly path: string;
	readonly clock: Pick<Clock, 'now' | 'machineNow'>;
	/** What remedies call the keys that come from the environment. */
	readonly keyNames?: KeyNames;
	/** Ends whatever writes to a store that is given up, and waits for it. */
	readonly release: () => Promise<void>;
	/** Stored data has changed: another process wrote, or it is another file. */
	readonly changed: () => void;
	/** Hears once what became of the file: why there is none, and what was done about it. */
	readonly tell: (sentence: string) => void;
};

/** Why a store was given up. */
type Fate = 'gone' | 'replaced' | 'damaged';

const fateWords: Readonly<Record<Fate, string>> = {
	gone: 'was deleted or moved away',
	replaced: 'was replaced by another file',
	damaged: 'is damaged',
};

const fateHints: Readonly<Record<Fate, string>> = {
	gone: 'Put it back, or a new one is begun in a moment.',
	replaced: 'The other file is opened in a moment.',
	damaged: 'It is set aside in a moment, and a new one is begun.',
};

/** While there is none, every so many looks try again; whoever puts another file there has time to finish. */
const looksBetweenTries = 5;

/** What went wrong with the database may pass; everything else is a bug. */
const asTrouble = (error: unknown): AppError => {
	if (error instanceof AppError && error.code === 'store') return error;
	throw error;
};

const quietly = <Result>(work: () => Result, otherwise: Result): Result => {
	try {
		return work();
	} catch (error) {
		asTrouble(error);
		return otherwise;
	}
};

/** Opens the database, and resolves whether it opens or not. */
export const holdStore = async ({
	path,
	clock,
	keyNames = {},
	release,
	changed,
	tell,
}: HoldOptions): Promise<HeldStore> => {
	const {now} = clock;
	let store: Store | null = null;
	let trouble: AppError | null = null;
	let fate: Fate | null = null;
	let warnings: readonly string[] = [];
	let seen = 0;
	let looks = 0;
	let isLooking = false;

	/** What is to be told of a file that came after another one. */
	const tellFate = (opened: Store): readonly string[] => {
		if (fate === null || fate === 'damaged') return [];
		const isNew = opened.status().snapshots === 0 && opened.runs.latest(1).length === 0;
		const now = isNew ? 'a new one was begun' : 'the file that is there now is used';
		return [`The database ${path} ${fateWords[fate]} while tautop ran: ${now}.`];
	};

	const take = (opened: Store): void => {
		const told = tellFate(opened);
		for (const text of told) opened.events.saveEvent({at: now(), kind: 'database', text});
		warnings = [...told, ...opened.warnings];
		for (const sentence of warnings) tell(sentence);
		seen = opened.dataVersion();
		[store, trouble, fate] = [opened, null, null];
	};

	const refuse = (why: AppError): void => {
		if (why.message !== trouble?.message) tell(why.message);
		trouble = errorWithKeyNames(why, keyNames);
	};

	const tryOpen = async (): Promise<void> => {
		try {
			take(await (fate === 'damaged' ? beginAnew(path, clock) : openStore(path, clock)));
		} catch (error) {
			refuse(asTrouble(error));
		}
		if (fate === 'damaged') fate = null;
	};

	const setAsideAtEnd = async (): Promise<void> => {
		try {
			const opened = await beginAnew(path, clock);
			for (const sentence of opened.warnings) tell(sentence);
			opened.close();
		} catch (error) {
			tell(asTrouble(error).message);
		}
	};

	const giveUp = async (lost: Store, why: Fate): Promise<void> => {
		refuse(new AppError('store', `The database ${path} ${fateWords[why]}.`, {hint: fateHints[why]}));
		[store, fate, looks] = [null, why, 0];
		await release();
		quietly(lost.close, undefined);
		if (why === 'damaged') await tryOpen();
		changed();
	};

	const fateOf = (held: Store): Fate | null => {
		if (!quietly(held.isInPlace, true)) return quietly(held.isGone, true) ? 'gone' : 'replaced';
		return held.isDamaged() ? 'damaged' : null;
	};

	const check = async (held: Store): Promise<void> => {
		const why = fateOf(held);
		if (why) return giveUp(held, why);
		const version = quietly(held.dataVersion, seen);
		if (version === seen) return;
		seen = version;
		changed();
	};

	const tryAgain = async (): Promise<void> => {
		looks += 1;
		if (looks % looksBetweenTries !== 0) return;
		await tryOpen();
		if (store) changed();
	};

	await tryOpen();
	return {
		current: () => store,
		need: () => {
			if (store) return store;
			throw trouble ?? new AppError('store', `The database ${path} is being opened.`);
		},
		status: () => ({
			...(store?.status() ?? {path, bytes: null, snapshots: null, newest: null}),
			trouble: trouble?.toJSON() ?? null,
			warnings,
		}),
		look: async () => {
			if (isLooking) return;
			isLooking = true;
			await (store ? check(store) : tryAgain()).finally(() => {
				isLooking = false;
			});
		},
		close: async () => {
			const held = store;
			if (!held) return;
			const why = fateOf(held);
			store = null;
			quietly(held.close, undefined);
			if (why === 'damaged') await setAsideAtEnd();
		},
	};
};
