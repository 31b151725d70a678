import {atEnd} from './at-end.ts';
import {childEnvironment} from './child-environment.ts';
import {killTerminals, startPseudoTerminal} from './pseudo-terminal.ts';
import type {Terminal, TerminalOptions} from './terminal-types.ts';

export type {Terminal, TerminalOptions, Wanted} from './terminal-types.ts';

// Whatever a failed test leaves open is killed at the end of its file.
atEnd(killTerminals);

/** Starts a program in a terminal for a test. Resolves as soon as it runs; close() must be called at the end. */
export const startTerminal = (options: TerminalOptions): Promise<Terminal> =>
	startPseudoTerminal({...options, env: childEnvironment(options.env)});
