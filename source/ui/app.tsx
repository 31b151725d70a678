import {useSyncExternalStore} from 'react';
import {ScreenLines} from './components/screen-lines.tsx';
import type {Dashboard} from './dashboard.ts';
import {useTerminal} from './use-terminal.ts';

/** The root: lines from the dashboard go up, keys go down. It draws nothing itself. */
export const App = ({dashboard}: {readonly dashboard: Dashboard}) => {
	useTerminal(dashboard);
	return <ScreenLines lines={useSyncExternalStore(dashboard.subscribe, dashboard.lines)} />;
};
