import process from 'node:process';
import type {Input, KeyListener} from '../../ui/input/open-input.ts';

/** More than anybody types while a program starts. */
const mostKeys = 200;

/** The signals that the screen answers once it is there: to the shell, and back. */
const signals = ['SIGTSTP', 'SIGCONT'] as const;

/** Input that loses nothing while there is no screen yet that listens. */
export type EarlyInput = {
	readonly input: Input;
	/** For an end before there was a screen. */
	readonly close: () => void;
};

/**
 * Keeps the keys and signals that come before somebody listens, and tells them to the first listener a turn after it has
 * come. Stopped in between, the program would leave a terminal to the shell that only Ink gives back, so it stops then.
 */
export const keepEarly = (input: Input): EarlyInput => {
	const keys: Parameters<KeyListener>[] = [];
	const heard = new Set<NodeJS.Signals>();
	let listener: KeyListener | null = null;
	let isOpen = false;

	const hearSignal = (name: NodeJS.Signals): void => void heard.add(name);
	for (const name of signals) process.on(name, hearSignal);

	const close = (): void => {
		for (const name of signals) process.off(name, hearSignal);
	};

	const open = (): void => {
		if (isOpen) return;
		isOpen = true;
		close();
		for (const [name, trust] of keys) listener?.(name, trust);
		for (const name of heard) process.emit(name, name);
	};

	input.listen((name, trust) => {
		if (isOpen) listener?.(name, trust);
		else if (keys.length < mostKeys) keys.push([name, trust]);
	});

	return {
		input: {
			...input,
			listen: next => {
				listener = next;
				if (!isOpen) setImmediate(open);
				return () => {
					if (listener === next) listener = null;
				};
			},
		},
		close,
	};
};
