/** Something that is done again and again, never twice at the same time. */
export type Repeated = {
	/** Does it now, or once more where it is under way. */
	readonly now: () => void;
	readonly stop: () => void;
};

/** Begins at once. `work` resolves with the seconds until it is done again; it must not reject. */
export const repeat = (work: () => Promise<number>): Repeated => {
	let timer: NodeJS.Timeout | undefined;
	let isRunning = false;
	let isWanted = false;
	let isStopped = false;

	const run = async (): Promise<void> => {
		clearTimeout(timer);
		isWanted = isRunning;
		if (isRunning || isStopped) return;
		isRunning = true;
		const seconds = await work();
		isRunning = false;
		if (isStopped) return;
		timer = setTimeout(() => void run(), isWanted ? 0 : seconds * 1000);
	};

	void run();
	return {
		now: () => void run(),
		stop: () => {
			isStopped = true;
			clearTimeout(timer);
		},
	};
};
