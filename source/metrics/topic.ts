import type {Sources} from '../questions/sources.ts';
import type {Family, Metric} from './family.ts';

/** What one scrape asks with. */
export type Scrape = {
	readonly sources: Sources;
	readonly signal: AbortSignal;
};

/** One question, and the families that its answer becomes. Where it fails they are not there, and the others are. */
export type Topic = {
	/** What `tautop_question_answered` calls it. */
	readonly name: string;
	readonly metrics: readonly Metric[];
	readonly gather: (scrape: Scrape) => Promise<readonly Family[]>;
};

/** A topic whose answer is turned into families by a pure function. */
export const topic = <Answer>({
	name,
	metrics,
	ask,
	families,
}: {
	readonly name: string;
	readonly metrics: Readonly<Record<string, Metric>>;
	readonly ask: (scrape: Scrape) => Promise<Answer>;
	readonly families: (answer: Answer) => readonly Family[];
}): Topic => ({
	name,
	metrics: Object.values(metrics),
	gather: async scrape => families(await ask(scrape)),
});
