import {AppError} from '../../domain/app-error.ts';
import {atMost} from '../../listen/at-most.ts';
import type {Asked} from '../../listen/listen.ts';
import {type Reply, textReply} from '../../listen/reply.ts';
import {errorReply} from '../../listen/status.ts';
import {contentTypes, formatAccepted} from '../../metrics/format.ts';
import {metricsText} from '../../metrics/metrics-text.ts';
import {views} from '../../views/index.ts';
import {type ApiDeps, answerView} from './api.ts';
import {healthReply} from './health.ts';
import type {Standing} from './standing.ts';

/** What is answered from. */
export type AnswerDeps = ApiDeps & {
	readonly standing: () => Standing;
	/** True: the metrics name people. */
	readonly users: boolean;
	readonly version: string;
};

/** An engine does one thing at a time: what waits behind so many would not come in time. */
const mostAtOnce = 8;

const listText = (version: string): string => {
	const lines: ReadonlyArray<readonly [string, string]> = [
		['/health', 'how servers, mirror and collector are'],
		['/metrics', 'for Prometheus'],
		...views.map(({name, summary, takes}) => [`/api/${name}${takes.subject ? '/...' : ''}`, summary] as const),
	];
	const width = Math.max(...lines.map(([path]) => path.length));
	const list = lines.map(([path, summary]) => `${path.padEnd(width)}  ${summary}\n`);
	return `tautop ${version}\n\n${list.join('')}\nFlags of the command are parameters: /api/hours?days=7\n`;
};

const answerMetrics = async ({accept, signal}: Asked, {sources, users}: AnswerDeps): Promise<Reply> => {
	const format = formatAccepted(accept);
	const body = await metricsText(sources, {format, users, server: null}, signal);
	return {status: 200, type: contentTypes[format], body};
};

const nothingHere = (): AppError =>
	new AppError('not-found', 'There is nothing at this address.', {hint: 'The list is at /.'});

/** Answers questions over HTTP. What it throws is a bug. */
export const createAnswer = (deps: AnswerDeps): ((asked: Asked) => Promise<Reply>) => {
	const limited = atMost(mostAtOnce);

	const find = async (asked: Asked): Promise<Reply> => {
		const [first, ...parts] = asked.parts;
		if (first === undefined) return textReply(listText(deps.version));
		if (first === 'api' && parts.length > 0) return await limited(() => answerView({...asked, parts}, deps));
		if (parts.length === 0 && first === 'health') return healthReply(deps.standing(), deps.now());
		if (parts.length === 0 && first === 'metrics') return await limited(() => answerMetrics(asked, deps));
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
