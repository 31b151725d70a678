import process from 'node:process';
import type {Dashboard} from '../../ui/dashboard.ts';
import type {Input} from '../../ui/input/open-input.ts';
import type {EndHooks} from '../../ui/terminal.ts';

/** What the screen answers once Ink has it: go to the shell, and come back. */
const signals = ['SIGTSTP', 'SIGCONT'] as const;

/**
 * Hears keys and signals while Ink is not there yet. Keys do what they do; only the way to the shell has to wait, as only
 * Ink gives the terminal back for a while. Returns what hands over to the screen, or to nobody.
 */
export const hearEarly = (dashboard: Dashboard, input: Input, ends: EndHooks): (() => void) => {
	const kept = new Set<NodeJS.Signals>();
	const keep = (name: NodeJS.Signals): void => void kept.add(name);
	const hooks = {...ends, suspend: () => keep('SIGTSTP'), repaint: () => keep('SIGCONT')};
	const unlisten = input.listen(
		(name, trust) => dashboard.press(name, hooks, trust),
		heard => dashboard.hear(heard, hooks),
	);
	for (const name of signals) process.on(name, keep);
	return () => {
		unlisten();
		// The screen hears signals a moment after its first frame. Without anybody to hear them they mean nothing.
		setImmediate(() => {
			for (const name of signals) process.off(name, keep);
			for (const name of kept) process.emit(name, name);
		});
	};
};
