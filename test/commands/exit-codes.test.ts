import {expect, test} from 'vitest';
import {exitCodeOf, exitCodeOfSignal, worstExitCode} from '../../source/commands/run/exit-codes.ts';
import {AppError, type ErrorCode, errorCodes} from '../../source/domain/app-error.ts';

const table: Record<ErrorCode, number> = {
	config: 78,
	unauthorized: 77,
	busy: 75,
	unreachable: 69,
	timeout: 69,
	'bad-answer': 69,
	'server-error': 69,
	usage: 2,
	'not-found': 1,
	store: 1,
	cancelled: 130,
	waiting: 69,
};

test.each(errorCodes)('%s', code => {
	expect(exitCodeOf(new AppError(code, 'A sentence.'))).toBe(table[code]);
});

test.each([new Error('bug'), new TypeError('bug'), 'text', undefined])('a bug is 1 (%s)', error => {
	expect(exitCodeOf(error)).toBe(1);
});

test.each([
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const)('%s is %i', (signal, code) => {
	expect(exitCodeOfSignal(signal)).toBe(code);
	expect(exitCodeOf(new AppError('cancelled', 'Cancelled.'), signal)).toBe(code);
	expect(exitCodeOf(new DOMException('aborted', 'AbortError'), signal)).toBe(code);
	expect(exitCodeOf(new AppError('timeout', 'No answer.'), signal)).toBe(69);
});

test('a page that a server does not have is a wrong address', () => {
	expect(exitCodeOf(new AppError('not-found', 'Nothing there.', {server: 'tautulli'}))).toBe(69);
});

test.each([
	[[], 0],
	[[0, 0], 0],
	[[1, 69], 69],
	[[69, 77], 77],
	[[2, 75, 1], 75],
	[[77, 78], 78],
])('of %j the first that applies is %i', (codes, worst) => {
	expect(worstExitCode(...codes)).toBe(worst);
});
