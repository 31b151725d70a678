import type {Zone} from '../../canvas/clock.ts';
import {AppError} from '../../domain/app-error.ts';
import type {OpenSources} from '../../questions/sources.ts';
import type {Clock} from '../feeds/poller.ts';
import type {OpenServer} from '../servers/sessions.ts';
import type {ReaderHooks} from './press.ts';
import {createReader, type Reader} from './reader.ts';

/** The readers of one terminal: that of the server that is heard, and those that were heard before. */
export type Readers = {
	readonly press: (key: string, hooks: Omit<ReaderHooks, 'server'>, trust?: Parameters<Reader['press']>[2]) => void;
	/** Connects the first one, and tells how others are opened. */
	readonly connect: (opened: OpenSources, openServer: OpenServer) => Promise<void>;
	readonly close: () => void;
};

/** Speaks of one server at a time. The others are silent meanwhile, but a run that was begun there goes on. */
export const createReaders = (zone: Zone, clock: Clock, say: (line: string) => void): Readers => {
	const named = new Map<string, Reader>();
	let heard: Reader;
	let open: OpenServer | null = null;

	const create = (): Reader => {
		const reader: Reader = createReader(zone, clock, line => {
			if (heard === reader) say(line);
		});
		return reader;
	};
	const first = create();
	heard = first;

	const change = (next: Reader): void => {
		const from = heard.state();
		heard.hide();
		heard = next;
		next.show(from);
	};

	const openAnew = (name: string, openServer: OpenServer): Reader => {
		const before = heard;
		const reader = create();
		named.set(name, reader);
		const opened = openServer(name);
		reader.connect(opened).catch((error: unknown) => {
			named.delete(name);
			reader.close();
			void opened.close();
			if (heard === reader) change(before);
			say(error instanceof AppError ? `${name}: ${error.message}` : `${name} could not be opened.`);
		});
		return reader;
	};

	const showServer = (name: string): void => {
		if (!open) return;
		say(`Server ${name}.`);
		const next = named.get(name) ?? openAnew(name, open);
		if (next !== heard) change(next);
	};

	return {
		press: (key, hooks, trust) => heard.press(key, {...hooks, server: showServer}, trust),
		connect: async (opened, openServer) => {
			await first.connect(opened);
			const server = first.state().settings?.server ?? null;
			if (server !== null) named.set(server, first);
			open = openServer;
		},
		close: () => {
			for (const reader of new Set([first, ...named.values()])) reader.close();
		},
	};
};
