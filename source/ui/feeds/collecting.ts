import {AppError} from '../../domain/app-error.ts';
import type {Progress, RunSummary} from '../../domain/run.ts';
import type {Sources} from '../../questions/sources.ts';
import type {Event} from '../reduce.ts';
import type {State} from '../state.ts';
import {troubleWords} from '../trouble-words.ts';
import type {Clock} from './poller.ts';

/** Starts, follows and cancels runs, and tells the state of them. */
export type CollectingControl = {
	readonly connect: (sources: Sources) => void;
	/** Starts a run; where our own is under way, asks whether to cancel it. */
	readonly toggle: (state: State) => void;
	readonly cancel: () => void;
	/** Says why a key that may not have been pressed by anybody starts nothing. */
	readonly refuse: (state: State) => void;
	readonly progress: (progress: Progress) => void;
	readonly ended: (summary: RunSummary) => void;
	readonly close: () => void;
};

/** How long the end of a run stands at the bottom. */
const shownSeconds = 10;

/** Ctrl-L is a key that no paste and no answer of a terminal contains. */
const doubtful = 'Not collected: that may be the rest of a paste. Ctrl-L, then again.';

const reasonOf = (error: unknown): string =>
	error instanceof AppError ? troubleWords(error.toJSON()) : 'Collecting failed inside tautop';

export const createCollecting = (clock: Clock, dispatch: (event: Event) => void): CollectingControl => {
	let sources: Sources | null = null;
	let own: AbortController | null = null;
	let callOff = (): void => {};
	let isClosed = false;

	const forgetLater = (): void => {
		callOff();
		// Nobody waits for the words of a run that closing cancelled.
		if (isClosed) return;
		callOff = clock.after(shownSeconds, () => dispatch({type: 'run-forgotten'}));
	};

	const ended = (summary: RunSummary): void => {
		dispatch({type: 'run-ended', summary, at: clock.now()});
		forgetLater();
	};

	const start = (from: Sources, state: State): void => {
		const controller = new AbortController();
		own = controller;
		callOff();
		dispatch({type: 'run-started', at: clock.now()});
		from
			.collect({scope: state.settings?.scope ?? 'all', names: []}, controller.signal)
			.then(ended, (error: unknown) => {
				dispatch({type: 'run-failed', reason: reasonOf(error), at: clock.now()});
				forgetLater();
			})
			.finally(() => {
				own = null;
			});
	};

	return {
		connect: connected => {
			sources = connected;
		},
		toggle: state => {
			if (own) dispatch({type: 'show', overlay: 'confirm-cancel'});
			else if (sources && state.collecting.state !== 'running') start(sources, state);
		},
		cancel: () => {
			dispatch({type: 'back'});
			own?.abort();
		},
		refuse: state => {
			if (state.collecting.state === 'running') return;
			dispatch({type: 'run-failed', reason: doubtful, at: clock.now()});
			forgetLater();
		},
		progress: progress => dispatch({type: 'progress', progress, at: clock.now()}),
		ended,
		close: () => {
			isClosed = true;
			callOff();
			own?.abort();
		},
	};
};
