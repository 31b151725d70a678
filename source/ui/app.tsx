import {useSyncExternalStore} from 'react';
import {ScreenLines} from './components/screen-lines.tsx';
import type {Dashboard} from './dashboard.ts';
import type {Input} from './input/open-input.ts';
import {useTerminal} from './use-terminal.ts';

type AppProps = {
	readonly dashboard: Dashboard;
	readonly input: Input;
	readonly quit: (exitCode: number) => void;
};

/** The root: lines from the dashboard go up, keys go down. It draws nothing itself. */
export const App = ({dashboard, input, quit}: AppProps) => {
	useTerminal(dashboard, input, quit);
	return <ScreenLines lines={useSyncExternalStore(dashboard.subscribe, dashboard.lines)} />;
};
