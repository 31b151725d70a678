import {AppError} from './app-error.ts';

/** Why a run stored nothing that nobody cancelled. */
export const cutOffReason = 'The program ended before the run did; nothing of it was stored.';

/** The reason of a signal that aborts because whoever waited has gone, and not because somebody chose to cancel. */
export const cutOff = (): AppError => new AppError('cancelled', cutOffReason);

export const isCutOff = ({reason}: AbortSignal): boolean =>
	reason instanceof AppError && reason.message === cutOffReason;
