import {AppError} from '../domain/app-error.ts';
import type {HeldLease} from '../store/lease.ts';

/** A lease that renews itself. */
export type KeptLease = {
	/** Aborts when the lease was lost to another run; its reason is the error. */
	readonly lost: AbortSignal;
	/** Stops renewing and lets the lease go. */
	readonly release: () => void;
};

/** Renews the lease every few seconds while a run goes on, since one answer may take longer than a lease lasts. */
export const keepLease = (lease: HeldLease): KeptLease => {
	const controller = new AbortController();
	const renew = (): void => {
		try {
			lease.renew();
		} catch (error) {
			// A database that is busy for once is no loss: the next time is early enough.
			if (error instanceof AppError && error.code === 'store') return;
			controller.abort(error);
		}
	};
	const timer = setInterval(renew, lease.renewEveryMs);
	timer.unref();
	const release = (): void => {
		clearInterval(timer);
		try {
			lease.release();
		} catch (error) {
			// It runs out by itself; the trouble with the database has been told already.
			if (!(error instanceof AppError)) throw error;
		}
	};
	return {lost: controller.signal, release};
};
