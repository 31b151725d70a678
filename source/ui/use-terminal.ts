import {once} from 'node:events';
import process from 'node:process';
import {useApp, useInput, usePaste, useWindowSize} from 'ink';
import {useCallback, useEffect, useRef} from 'react';
import type {Dashboard} from './dashboard.ts';
import {keyNames} from './keys/names.ts';
import type {Hooks} from './terminal.ts';

/**
 * Stops the program as Ctrl-Z stops any other, with the terminal given back first and taken again after `fg`. Ink restores
 * nothing on SIGTSTP by itself: it would stay on the alternate screen, and deaf after `fg`.
 */
const useSuspend = (): (() => void) => {
	const {suspendTerminal} = useApp();
	const isSuspended = useRef(false);
	const suspend = useCallback(() => {
		if (isSuspended.current) return;
		isSuspended.current = true;
		const stop = async (): Promise<void> => {
			const continued = once(process, 'SIGCONT');
			process.kill(process.pid, 'SIGSTOP');
			await continued;
		};
		suspendTerminal(stop).finally(() => {
			isSuspended.current = false;
		});
	}, [suspendTerminal]);
	useEffect(() => {
		process.on('SIGTSTP', suspend);
		return () => {
			process.off('SIGTSTP', suspend);
		};
	}, [suspend]);
	return suspend;
};

/** Connects a dashboard to the terminal: keys, pastes (which run nothing), size, suspending. */
export const useTerminal = (dashboard: Dashboard): void => {
	const {exit, suspendTerminal} = useApp();
	const suspend = useSuspend();
	const {columns, rows} = useWindowSize();
	const hooks: Hooks = {
		quit: exit,
		suspend,
		// Handing the terminal over for a moment is Ink's way to a full repaint.
		repaint: () => void suspendTerminal(() => {}),
	};
	useInput((input, key) => {
		for (const name of keyNames(input, key)) dashboard.press(name, hooks);
	});
	usePaste(() => {});
	useEffect(() => dashboard.resize({columns, rows}), [dashboard, columns, rows]);
};
