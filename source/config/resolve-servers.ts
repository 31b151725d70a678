import {AppError} from '../domain/app-error.ts';
import {nearest} from '../domain/text/nearest.ts';
import type {Entry} from './check-servers.ts';
import type {Config} from './config.ts';
import {withoutServer} from './environment.ts';
import type {Parts} from './parts.ts';
import type {Problem} from './problem.ts';
import {type Resolved, resolveConfig} from './resolve.ts';
import {listName} from './schema/entries.ts';
import {printPath} from './unknown.ts';

type Common = Omit<Parts, keyof Entry | 'besides'>;

/** Each server on its own, and what is wrong with any of them. */
export type ResolvedServers = {
	readonly servers: readonly Pick<Resolved, 'config' | 'warnings'>[];
	/** Empty where there is no list. */
	readonly names: readonly string[];
	readonly problems: readonly Problem[];
};

/** A list has no use for a server that nothing is known of. */
const notConfigured = ({file}: Common, {at}: Entry, {config}: Resolved): readonly Problem[] =>
	at.length === 0 || config.configured || !file
		? []
		: [
				{
					where: file.whereKey(at),
					sentence: `${printPath(at)} has no Tautulli.`,
					remedy: 'Write `tautulli:` below its name, with base_url and api_key indented below that.',
				},
			];

/** Two histories in one file would push each other out. */
const sameFiles = ({file}: Common, entries: readonly Entry[], all: readonly Resolved[]): readonly Problem[] => {
	const files = all.map(({config}) => config.database.path.toLowerCase());
	return files.flatMap((path, index) => {
		const first = files.indexOf(path);
		const at = entries[index]?.at;
		if (first === index || !at || !file) return [];
		return [
			{
				where: file.whereValue([...at, 'database', 'path']),
				sentence: `${printPath(at)} has the database of ${printPath([listName, first])}.`,
				remedy: 'Name another file in its database.path, or take that out.',
			},
		];
	});
};

/** Puts the configuration of each server together. The environment is the first one's, whose database the others are beside. */
export const resolveServers = (common: Common, [first, ...others]: readonly Entry[]): ResolvedServers => {
	if (!first) return {servers: [], names: [], problems: []};
	const entries = [first, ...others];
	const head = resolveConfig({...common, ...first, besides: null});
	const environment = withoutServer(common.environment);
	const besides = head.config.database.path;
	const all = [head, ...others.map(entry => resolveConfig({...common, ...entry, environment, besides}))];
	return {
		servers: all,
		names: entries.flatMap(({name}) => name ?? []),
		problems: [
			...all.flatMap((resolved, index) => [
				...resolved.problems,
				...notConfigured(common, entries[index] ?? first, resolved),
			]),
			...sameFiles(common, entries, all),
		],
	};
};

/** The server of this name, in any case; the first without a name. Throws `usage` where there is none. */
export const chooseServer = (configs: readonly Config[], name: string | undefined): Config => {
	const [first] = configs;
	if (!first) throw new AppError('config', 'The configuration has no server.');
	if (name === undefined) return first;
	const wanted = name.toLowerCase();
	const found = configs.find(config => config.name?.toLowerCase() === wanted);
	if (found) return found;
	const {serverNames} = first;
	if (serverNames.length === 0) {
		const hint = 'Leave --server out, or write a list `servers:`; tautop config --example shows how.';
		throw new AppError('usage', 'The configuration has no list of servers to choose from.', {hint});
	}
	const near = nearest(name, serverNames);
	const hint = near === null ? `There is ${serverNames.join(', ')}.` : `Did you mean ${near}?`;
	throw new AppError('usage', 'The configuration has no server with the name in --server.', {hint});
};
