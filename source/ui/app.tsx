import {useSyncExternalStore} from 'react';
import type {Dashboard} from './dashboard.ts';
import type {Input} from './input/open-input.ts';
import {ScreenLines} from './screen-lines.tsx';
import type {EndHooks} from './terminal.ts';
import {useTerminal} from './use-terminal.ts';

type AppProps = {
	readonly dashboard: Dashboard;
	readonly input: Input;
	readonly hooks: EndHooks;
};

/** The root: lines from the dashboard go up, keys go down. It draws nothing itself. */
export const App = ({dashboard, input, hooks}: AppProps) => {
	useTerminal(dashboard, input, hooks);
	return <ScreenLines lines={useSyncExternalStore(dashboard.subscribe, dashboard.lines)} />;
};
