import {type Reply, troubleReply} from './reply.ts';

const busy = (): Reply =>
	troubleReply(
		503,
		{code: 'busy', message: 'Too many questions at once.', hint: 'Ask again in a moment.'},
		{'retry-after': '1'},
	);

/** Lets so many work at once, and sends the others away. */
export const atMost = (most: number): ((work: () => Promise<Reply>) => Promise<Reply>) => {
	let running = 0;
	return async work => {
		if (running >= most) return busy();
		running += 1;
		try {
			return await work();
		} finally {
			running -= 1;
		}
	};
};
