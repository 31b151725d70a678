import type {Board} from '../domain/board.ts';
import type {EverPlayed} from '../domain/plays/ever-played.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import type {Sources} from '../questions/sources.ts';
import type {Family, Metric} from './family.ts';

/** What one scrape asks with. */
export type Scrape = {
	readonly sources: Sources;
	readonly signal: AbortSignal;
	/** How long each question may take; null: as long as it needs. */
	readonly withinMs: number | null;
	/** The collections of now, asked for once. */
	readonly board: () => Promise<Board>;
	/** Plays of all time by library, asked for once: where nobody keeps the mirror up to date, that does. */
	readonly played: () => Promise<readonly EverPlayed[]>;
	/** Plays of all time by user, asked for once. */
	readonly people: () => Promise<readonly EverPlayed[]>;
	/** How people are called. */
	readonly names: () => Promise<DashboardSettings['names']>;
};

/** One question, and the families that its answer becomes. Where it fails they are not there, and the others are. */
export type Topic = {
	/** What `tautop_question_answered` calls it. */
	readonly name: string;
	/** True: it names people, so it is told only where that is asked for. */
	readonly namesPeople: boolean;
	readonly metrics: readonly Metric[];
	readonly gather: (scrape: Scrape) => Promise<readonly Family[]>;
};

/** A topic whose answer is turned into families by a pure function. */
export const topic = <Answer>({
	name,
	namesPeople = false,
	metrics,
	ask,
	families,
}: {
	readonly name: string;
	readonly namesPeople?: boolean;
	readonly metrics: Readonly<Record<string, Metric>>;
	readonly ask: (scrape: Scrape) => Promise<Answer>;
	readonly families: (answer: Answer) => readonly Family[];
}): Topic => ({
	name,
	namesPeople,
	metrics: Object.values(metrics),
	gather: async scrape => families(await ask(scrape)),
});
