import {AppError} from '../../domain/app-error.ts';
import {atMost} from '../../listen/at-most.ts';
import type {Asked} from '../../listen/listen.ts';
import {type Reply, textReply} from '../../listen/reply.ts';
import {errorReply} from '../../listen/status.ts';
import {contentTypes, formatAccepted} from '../../metrics/format.ts';
import {metricsText} from '../../metrics/metrics-text.ts';
import {allViews} from '../../views/index.ts';
import {answerView} from './api.ts';
import {healthReply} from './health.ts';
import {type Served, servedBy} from './served.ts';

/** What is answered from. */
export type AnswerDeps = {
	/** At least one. */
	readonly servers: readonly Served[];
	/** Unix seconds. */
	readonly now: () => number;
	/** True: the metrics name people. */
	readonly users: boolean;
	readonly version: string;
};

/** An engine does one thing at a time: what waits behind so many would not come in time. */
const mostAtOnce = 8;

const listText = ({version, servers}: AnswerDeps): string => {
	const lines: ReadonlyArray<readonly [string, string]> = [
		['/health', 'how servers, mirror and collector are'],
		['/metrics', 'for Prometheus'],
		...allViews().map(({name, summary, takes}) => [`/api/${name}${takes.subject ? '/...' : ''}`, summary] as const),
	];
	const width = Math.max(...lines.map(([path]) => path.length));
	const list = lines.map(([path, summary]) => `${path.padEnd(width)}  ${summary}\n`);
	const names = servers.flatMap(({name}) => name ?? []);
	const choice =
		names.length < 2
			? ''
			: `Views are those of ${names[0]}, else: server=NAME, one of ${names.join(', ')}. The first two tell of all.\n`;
	return `tautop ${version}\n\n${list.join('')}\nFlags of the command are parameters: /api/hours?days=7\n${choice}`;
};

const answerMetrics = async (
	{accept, signal}: Asked,
	chosen: readonly Served[],
	{users}: Pick<AnswerDeps, 'users'>,
): Promise<Reply> => {
	const format = formatAccepted(accept);
	const body = await metricsText(chosen, {format, users}, signal);
	return {status: 200, type: contentTypes[format], body};
};

const nothingHere = (): AppError =>
	new AppError('not-found', 'There is nothing at this address.', {hint: 'The list is at /.'});

/** Answers questions over HTTP. What it throws is a bug. */
export const createAnswer = (deps: AnswerDeps): ((asked: Asked) => Promise<Reply>) => {
	const limited = atMost(mostAtOnce);

	const find = async (asked: Asked): Promise<Reply> => {
		const [first, ...parts] = asked.parts;
		if (first === undefined) return textReply(listText(deps));
		const {chosen, others: parameters} = servedBy(deps.servers, asked.parameters);
		const [server] = chosen;
		if (first === 'api' && parts.length > 0 && server) {
			return await limited(() => answerView({...asked, parts, parameters}, {...deps, ...server}));
		}
		if (parts.length === 0 && first === 'health') return healthReply(chosen, deps.now());
		if (parts.length === 0 && first === 'metrics') return await limited(() => answerMetrics(asked, chosen, deps));
		throw nothingHere();
	};

	return async asked => {
		try {
			return await find(asked);
		} catch (error) {
			if (error instanceof AppError) return errorReply(error);
			throw error;
		}
	};
};
