import {once} from 'node:events';
import process from 'node:process';
import {useApp, useStdout, useWindowSize} from 'ink';
import {useCallback, useEffect, useLayoutEffect, useRef} from 'react';
import type {Dashboard} from './dashboard.ts';
import type {Input} from './input/open-input.ts';
import type {EndHooks, Hooks} from './terminal.ts';

type SuspendTerminal = ReturnType<typeof useApp>['suspendTerminal'];

/** Hands the terminal over for a moment and takes it anew, keys and whole picture. While it is away already, nothing. */
const handOver = (suspendTerminal: SuspendTerminal, input: Input): void => {
	suspendTerminal(() => {
		input.stop();
		input.start();
	}).catch(() => {});
};

/**
 * DECAWM. Terminals do not agree about the width of some signs; with wrapping off such a row loses its end, else it would
 * push down all rows below it.
 */
const wrapOff = '\u001B[?7l';
const wrapOn = '\u001B[?7h';

/** Switches wrapping off while the dashboard has the terminal. Returns what lets others have it meanwhile. */
const useNoWrap = (): ((meanwhile: () => Promise<void>) => Promise<void>) => {
	const {stdout} = useStdout();
	useEffect(() => {
		stdout.write(wrapOff);
		return () => {
			stdout.write(wrapOn);
		};
	}, [stdout]);
	return useCallback(
		async meanwhile => {
			stdout.write(wrapOn);
			await meanwhile();
			stdout.write(wrapOff);
		},
		[stdout],
	);
};

/**
 * Stops the program as Ctrl-Z stops any other, with the terminal given back first and taken again after `fg`. Ink restores
 * nothing on SIGTSTP by itself: it would stay on the alternate screen, and deaf after `fg`.
 */
const useSuspend = (input: Input): (() => void) => {
	const {suspendTerminal} = useApp();
	const withWrap = useNoWrap();
	const isSuspended = useRef(false);
	const suspend = useCallback(() => {
		if (isSuspended.current) return;
		isSuspended.current = true;
		const stop = async (): Promise<void> => {
			const continued = once(process, 'SIGCONT');
			input.stop();
			process.kill(process.pid, 'SIGSTOP');
			await continued;
			input.start();
		};
		suspendTerminal(() => withWrap(stop)).finally(() => {
			isSuspended.current = false;
		});
	}, [suspendTerminal, withWrap, input]);
	useEffect(() => {
		// A SIGSTOP cannot be heard: the shell has taken the terminal meanwhile, which shows only when it goes on.
		const takeBack = (): void => {
			if (!isSuspended.current) handOver(suspendTerminal, input);
		};
		process.on('SIGTSTP', suspend);
		process.on('SIGCONT', takeBack);
		return () => {
			process.off('SIGTSTP', suspend);
			process.off('SIGCONT', takeBack);
		};
	}, [suspend, suspendTerminal, input]);
	return suspend;
};

/** Connects a dashboard to the terminal: keys until the end, size, suspending. */
export const useTerminal = (dashboard: Dashboard, input: Input, ends: EndHooks): void => {
	const {suspendTerminal} = useApp();
	const suspend = useSuspend(input);
	const {columns, rows} = useWindowSize();
	const hooks: Hooks = {
		...ends,
		suspend,
		repaint: () => handOver(suspendTerminal, input),
	};
	// As part of the first frame: a later effect would miss keys that wait already.
	useLayoutEffect(() =>
		input.listen(
			(name, trust) => dashboard.press(name, hooks, trust),
			heard => dashboard.hear(heard, hooks),
		),
	);
	// Ink unmounts too when the process is made to exit.
	useLayoutEffect(() => input.close, [input]);
	useEffect(() => dashboard.resize({columns, rows}), [dashboard, columns, rows]);
};
