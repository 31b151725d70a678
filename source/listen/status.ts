import type {AppError, ErrorCode} from '../domain/app-error.ts';
import {type Reply, troubleReply} from './reply.ts';

/** What failed is behind us (502, 504), here for a while (503), or what was asked for (400, 404). */
const statuses: Readonly<Record<ErrorCode, number>> = {
	usage: 400,
	'not-found': 404,
	unreachable: 502,
	'bad-answer': 502,
	'server-error': 502,
	unauthorized: 502,
	timeout: 504,
	waiting: 503,
	busy: 503,
	store: 503,
	cancelled: 503,
	config: 501,
};

/** When to come back, where nobody knows. */
const laterSeconds = 30;

/** A failure as an answer. A server's own "not found" is an answer of it that makes no sense. */
export const errorReply = (error: AppError): Reply => {
	const status = error.code === 'not-found' && error.server !== undefined ? 502 : statuses[error.code];
	const later = String(error.retryAfterSeconds ?? laterSeconds);
	return troubleReply(status, error.toJSON(), status === 503 ? {'retry-after': later} : {});
};
