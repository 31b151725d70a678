const enterScreen = '\u001B[?1049h';
const home = '\u001B[H';
const eraseBelow = '\u001B[J';
const [hideCursor, showCursor] = ['\u001B[?25l', '\u001B[?25h'];
const [wrapOff, wrapOn] = ['\u001B[?7l', '\u001B[?7h'];
const leaveScreen = '\u001B[?1049l';

/** The first frame, which stands before Ink is loaded. */
export type FirstFrame = {
	/** For Ink: the terminal, but the screen that it enters at first is the one that stands already. */
	readonly stdout: NodeJS.WriteStream;
	/** Gives the terminal back, where Ink never had it. */
	readonly leave: () => void;
};

/**
 * Takes the alternate screen and paints the first frame. Ink paints the same one over it, from the same corner, so that
 * nothing flickers; entering the screen twice would clear it in between.
 */
export const paintFirstFrame = (stdout: NodeJS.WriteStream, lines: readonly string[]): FirstFrame => {
	const {columns, rows} = stdout;
	let hasEntered = false;
	stdout.write(`${enterScreen}${hideCursor}${wrapOff}${home}${lines.join('\r\n')}`);

	/** A frame of another size would show beside Ink's. */
	const corner = (): string => (stdout.columns === columns && stdout.rows === rows ? home : `${home}${eraseBelow}`);

	const write = new Proxy(stdout.write, {
		apply: (target, _, [chunk, ...rest]) => {
			const isFirst = !hasEntered && chunk === enterScreen;
			if (isFirst) hasEntered = true;
			return Reflect.apply(target, stdout, [isFirst ? corner() : chunk, ...rest]);
		},
	});

	return {
		stdout: new Proxy(stdout, {get: (target, name) => (name === 'write' ? write : Reflect.get(target, name))}),
		leave: () => {
			stdout.write(`${wrapOn}${showCursor}${leaveScreen}`);
		},
	};
};
