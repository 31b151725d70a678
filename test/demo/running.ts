import {afterAll, beforeAll} from 'vitest';
import {type Demo, startDemo} from '../../source/demo/start.ts';

/** Sunday, 22 November 2026, 20:15:00 in New York. */
export const startOfTest = Date.UTC(2026, 10, 23, 1, 15) / 1000;

/** What the demo's Tautulli answered. */
type Answered = {
	readonly status: number;
	readonly result: string;
	readonly message: string | null;
	// The wire is whatever it is: tests look into it as plain JSON.
	readonly data: unknown;
};

type Asker = {
	readonly demo: () => Demo;
	/** Moves the demo's clock. */
	readonly wait: (seconds: number) => void;
	readonly now: () => number;
	readonly ask: (cmd: string, params?: Readonly<Record<string, string | number>>) => Promise<Answered>;
	readonly plex: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
};

/** One demo for all tests of a file, on a clock that only `wait` moves. */
export const withDemo = (seed = 7): Asker => {
	let now = startOfTest;
	let running: Demo | undefined;
	const demo = (): Demo => {
		if (running === undefined) throw new Error('the demo has not been started yet');
		return running;
	};
	beforeAll(async () => {
		running = await startDemo({now: () => now, seed, timeZone: 'America/New_York'});
	}, 60_000);
	afterAll(async () => {
		await running?.close();
	});
	return {
		demo,
		now: () => now,
		wait: seconds => {
			now += seconds;
		},
		ask: async (cmd, params = {}) => {
			const body = new URLSearchParams({cmd, apikey: demo().apiKey});
			for (const [name, value] of Object.entries(params)) body.set(name, String(value));
			const response = await fetch(`${demo().tautulliUrl}/api/v2`, {method: 'POST', body});
			const answer: {response: Omit<Answered, 'status'>} = JSON.parse(await response.text());
			return {status: response.status, ...answer.response};
		},
		plex: (path, headers = {}) =>
			fetch(`${demo().plexUrl}${path}`, {headers: {'X-Plex-Token': demo().token, ...headers}}),
	};
};
