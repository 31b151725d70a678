import {PassThrough} from 'node:stream';
import {render} from 'ink';
import {App} from '../../ui/app.tsx';
import type {Dashboard} from '../../ui/dashboard.ts';
import type {Input} from '../../ui/input/open-input.ts';
import type {EndHooks} from '../../ui/terminal.ts';

/** What Ink is given to paint, to hear and to paint on; `hooks.quit` and `failed` end the program. */
export type Shown = {
	readonly dashboard: Dashboard;
	readonly input: Input;
	readonly stdout: NodeJS.WriteStream;
	readonly hooks: EndHooks;
	readonly failed: (error: unknown) => void;
};

/** Has Ink show the dashboard. Returns what ends it and gives the terminal back. */
export const showInInk = ({dashboard, input, stdout, hooks, failed}: Shown): (() => void) => {
	const instance = render(<App dashboard={dashboard} input={input} hooks={hooks} />, {
		stdout,
		// Ink reads no keys here, so it must not take the terminal's own.
		stdin: new PassThrough(),
		alternateScreen: true,
		incrementalRendering: true,
		interactive: true,
		exitOnCtrlC: false,
		maxFps: 100,
	});
	instance.waitUntilExit().catch(failed);
	return instance.unmount;
};
