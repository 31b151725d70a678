import {once} from 'node:events';
import process from 'node:process';
import {useApp, useInput, usePaste, useStdout, useWindowSize} from 'ink';
import {useCallback, useEffect, useRef} from 'react';
import type {Dashboard} from './dashboard.ts';
import {keyNames} from './keys/names.ts';
import type {Hooks} from './terminal.ts';

type SuspendTerminal = ReturnType<typeof useApp>['suspendTerminal'];

/** Hands the terminal over for a moment: Ink's way to take it anew, keys and whole picture. While it is away already, nothing. */
const handOver = (suspendTerminal: SuspendTerminal): void => {
	suspendTerminal(() => {}).catch(() => {});
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
const useSuspend = (): (() => void) => {
	const {suspendTerminal} = useApp();
	const withWrap = useNoWrap();
	const isSuspended = useRef(false);
	const suspend = useCallback(() => {
		if (isSuspended.current) return;
		isSuspended.current = true;
		const stop = async (): Promise<void> => {
			const continued = once(process, 'SIGCONT');
			process.kill(process.pid, 'SIGSTOP');
			await continued;
		};
		suspendTerminal(() => withWrap(stop)).finally(() => {
			isSuspended.current = false;
		});
	}, [suspendTerminal, withWrap]);
	useEffect(() => {
		// A SIGSTOP cannot be heard: the shell has taken the terminal meanwhile, which shows only when it goes on.
		const takeBack = (): void => {
			if (!isSuspended.current) handOver(suspendTerminal);
		};
		process.on('SIGTSTP', suspend);
		process.on('SIGCONT', takeBack);
		return () => {
			process.off('SIGTSTP', suspend);
			process.off('SIGCONT', takeBack);
		};
	}, [suspend, suspendTerminal]);
	return suspend;
};

/** Connects a dashboard to the terminal: keys, pastes (which run nothing), size, suspending. */
export const useTerminal = (dashboard: Dashboard, quit: (exitCode: number) => void): void => {
	const {suspendTerminal} = useApp();
	const suspend = useSuspend();
	const {columns, rows} = useWindowSize();
	const hooks: Hooks = {
		quit,
		suspend,
		repaint: () => handOver(suspendTerminal),
	};
	useInput((input, key) => {
		for (const name of keyNames(input, key)) dashboard.press(name, hooks);
	});
	usePaste(() => {});
	useEffect(() => dashboard.resize({columns, rows}), [dashboard, columns, rows]);
};
