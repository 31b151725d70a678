import type {Config} from '../../config/config.ts';
import {AppError, type AppErrorData} from '../../domain/app-error.ts';
import type {ServerFigures} from '../../domain/server-figures.ts';
import type {ServersQuery} from '../../questions/queries.ts';
import type {OpenSources} from '../../questions/sources.ts';
import {figuresOf, outcomeOf, unknownFigures} from './figures.ts';
import {visit} from './visit.ts';

/** What is asked of the servers beside the one that is open. */
export type Others = (query: ServersQuery, signal?: AbortSignal) => Promise<readonly ServerFigures[]>;

export type OthersOptions = {
	/** Those beside this one, in their order. */
	readonly configs: readonly Config[];
	/** The engine that keeps a server just now; null: there is none. It is left at once: who stays would keep it alive. */
	readonly connect: (config: Config) => Promise<OpenSources | null>;
	readonly version: string;
	/** Unix seconds. */
	readonly now: () => number;
	/** The screen stays: it is told what is known within this time. Null: whoever asks once waits. */
	readonly withinMs: number | null;
};

const slow: AppErrorData = new AppError('waiting', 'Its Tautulli has not answered yet.', {server: 'tautulli'}).toJSON();

const openAndAsk = async (
	config: Config,
	{connect, version, now}: OthersOptions,
	query: ServersQuery,
	signal?: AbortSignal,
): Promise<ServerFigures> => {
	const engine = await connect(config);
	const {asked, close} = engine ? {asked: engine.sources, close: engine.close} : visit(config, version, now);
	try {
		return await figuresOf(config, asked, query, signal);
	} finally {
		await close();
	}
};

/** One of which nothing can even be opened is told of, and the others are all the same. */
const ask = async (
	config: Config,
	options: OthersOptions,
	query: ServersQuery,
	signal?: AbortSignal,
): Promise<ServerFigures> => {
	const {value, trouble} = await outcomeOf(openAndAsk(config, options, query, signal));
	return value ?? unknownFigures(config, trouble);
};

type Asking = {readonly question: string; readonly answer: Promise<ServerFigures>};

/** One that hangs holds nobody up: what it last said is told with that it has not answered, and its answer is waited for. */
const patiently = (config: Config, options: OthersOptions, withinMs: number) => {
	let last: {readonly question: string; readonly figures: ServerFigures} | null = null;
	let asking: Asking | null = null;

	const begin = (question: string, query: ServersQuery): Asking => {
		const answer = ask(config, options, query).finally(() => {
			if (asking?.answer === answer) asking = null;
		});
		answer.then(
			figures => {
				last = {question, figures};
			},
			() => undefined,
		);
		return {question, answer};
	};

	return async (query: ServersQuery): Promise<ServerFigures> => {
		const question = JSON.stringify(query);
		if (asking?.question !== question) asking = begin(question, query);
		const late = Promise.withResolvers<ServerFigures>();
		const timer = setTimeout(() => {
			const known = last?.question === question ? last.figures : unknownFigures(config, null);
			late.resolve({...known, streams: null, trouble: known.trouble ?? slow});
		}, withinMs);
		return Promise.race([asking.answer, late.promise]).finally(() => clearTimeout(timer));
	};
};

/** Asks the other servers, all at once: through their engines where they have one, else by a visit. */
export const createOthers = (options: OthersOptions): Others => {
	const {configs, withinMs} = options;
	const askers = configs.map(config =>
		withinMs === null
			? (query: ServersQuery, signal?: AbortSignal) => ask(config, options, query, signal)
			: patiently(config, options, withinMs),
	);
	return (query, signal) => Promise.all(askers.map(each => each(query, signal)));
};
