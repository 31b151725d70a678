import {AppError, type ErrorCode, isCancelled} from '../../domain/app-error.ts';

/** The signals that end a command in good order. */
export type SignalName = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGQUIT';

const signalCodes: Record<SignalName, number> = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131};

const codes: Record<ErrorCode, number> = {
	config: 78,
	unauthorized: 77,
	busy: 75,
	unreachable: 69,
	timeout: 69,
	'server-error': 69,
	'bad-answer': 69,
	waiting: 69,
	usage: 2,
	'not-found': 1,
	store: 1,
	cancelled: 130,
};

/** 130, 143, 129 or 131. */
export const exitCodeOfSignal = (signal: SignalName): number => signalCodes[signal];

/**
 * The exit code for what was thrown. Cancelled counts by its signal. A server's "not found" is an answer that makes no
 * sense (a wrong base path), so it counts as away.
 */
export const exitCodeOf = (error: unknown, interruptedBy: SignalName | null = null): number => {
	if (isCancelled(error)) return exitCodeOfSignal(interruptedBy ?? 'SIGINT');
	if (!(error instanceof AppError)) return 1;
	return error.code === 'not-found' && error.server !== undefined ? 69 : codes[error.code];
};

const order = [78, 77, 75, 69, 2, 1, 0];

/** Of several exit codes the one that applies first: 78, 77, 75, 69, 2, 1, 0. */
export const worstExitCode = (...found: readonly number[]): number => order.find(code => found.includes(code)) ?? 0;
