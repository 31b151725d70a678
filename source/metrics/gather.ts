import {type Family, family, joined} from './family.ts';
import {own} from './own.ts';
import {topics} from './registry.ts';
import type {Scrape, Topic} from './topic.ts';
import {within} from './within.ts';

type Gathered = {readonly name: string; readonly families: readonly Family[] | null};

/** What a topic became; null where it failed, in whatever way: no number, and no zero. An aborted scrape ends. */
const gatherOne = async (each: Topic, scrape: Scrape): Promise<Gathered> => {
	try {
		const families = await within(scrape.withinMs, scrape.signal, signal => each.gather({...scrape, signal}));
		return {name: each.name, families};
	} catch {
		scrape.signal.throwIfAborted();
		return {name: each.name, families: null};
	}
};

/** The families of all topics that answer in time. */
export const gatherFamilies = async (
	scrape: Scrape,
	{users}: {readonly users: boolean},
): Promise<readonly Family[]> => {
	const told = topics.filter(({namesPeople}) => users || !namesPeople);
	const gathered = await Promise.all(told.map(each => gatherOne(each, scrape)));
	return joined([
		family(
			own.answered,
			gathered.map(({name, families}) => ({labels: {question: name}, value: Number(families !== null)})),
		),
		...gathered.flatMap(({families}) => families ?? []),
	]);
};
