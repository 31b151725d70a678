import {createTokenizer, type Token} from '../../../source/ui/input/tokenizer.ts';

/** Bytes, or a pause in milliseconds. */
export type Step = Uint8Array | number;

/** A tokenizer on a clock that moves only by pauses. */
export type Driver = {
	readonly play: (...steps: readonly (Step | string)[]) => void;
	/** What has come out since the last look. */
	readonly taken: () => readonly Token[];
	readonly setEscapeMs: (milliseconds: number) => void;
};

export const createDriver = (): Driver => {
	let tokens: Token[] = [];
	let now = 5000;
	const tokenizer = createTokenizer(token => void tokens.push(token));

	const pass = (milliseconds: number): void => {
		const until = now + milliseconds;
		for (let due = tokenizer.wakeAt(); due !== null && due <= until; due = tokenizer.wakeAt()) {
			now = Math.max(now, due);
			tokenizer.tick(now);
		}
		now = until;
	};

	return {
		play: (...steps) => {
			for (const step of steps) {
				if (typeof step === 'number') pass(step);
				else tokenizer.feed(typeof step === 'string' ? Buffer.from(step) : step, now);
			}
		},
		taken: () => {
			const all = tokens;
			tokens = [];
			return all;
		},
		setEscapeMs: tokenizer.setEscapeMs,
	};
};

/** Everything that comes out of these steps and three seconds of silence after them. */
export const tokensOf = (...steps: readonly (Step | string)[]): readonly Token[] => {
	const driver = createDriver();
	driver.play(...steps, 3000);
	return driver.taken();
};

/** The names of the keys among them. */
export const namesOf = (tokens: readonly Token[]): string[] =>
	tokens.flatMap(token => (token.type === 'key' ? [token.name] : []));

/** The names of those that may change something. */
export const sureNamesOf = (tokens: readonly Token[]): string[] =>
	tokens.flatMap(token => (token.type === 'key' && token.trust === 'typed' ? [token.name] : []));
