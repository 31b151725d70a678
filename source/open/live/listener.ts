import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Notification, Playing} from '../../plex/notifications.ts';
import type {Ticker} from '../ticker.ts';

/** Keeps listening to Plex: what ends, is refused or lies silent is begun anew by itself. */
export type Listener = {
	/** True while the last message or ping is under 30 seconds old. */
	readonly isListening: () => boolean;
	/** The user asks, or Plex is known to be back: a pause ends now. */
	readonly wake: () => void;
	readonly stop: () => void;
};

export type ListenerHears = {
	/** What a stream does now; most of it is known already. */
	readonly playing: (playing: Playing) => void;
	/** It has begun to be told, or is told no more. */
	readonly changed: () => void;
	/** Why a connection ended, where that is a trouble. */
	readonly failed: (error: unknown) => void;
};

/** Plex pings every 10 to 15 seconds. */
const silentMs = 30_000;

/** A connection that is shorter, or says nothing, is a failure: a server that closes each at once is asked ever more seldom. */
const lastingMs = 10_000;

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** A fourth more or less, so that several tautops do not come back in step. */
const pauseAfter = (failures: number, random: number): number =>
	Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10)) * (0.75 + random / 2);

const waitOf = (error: unknown): number => (error instanceof AppError ? (error.retryAfterSeconds ?? 0) * 1000 : 0);

/** Begins at once. `listen`: one connection, until it ends. */
export const createListener = (
	listen: (signal: AbortSignal) => AsyncIterable<Notification>,
	{playing, changed, failed}: ListenerHears,
	{now, after, random}: Ticker,
): Listener => {
	let connection: AbortController | null = null;
	let heardAt: number | null = null;
	let failures = 0;
	let isStopped = false;
	let endSilence = (): void => {};
	let endPause = (): void => {};

	const isListening = (): boolean => heardAt !== null && now() - heardAt < silentMs;

	const watchSilence = (controller: AbortController): void => {
		endSilence();
		endSilence = after(silentMs, () => controller.abort());
	};

	const hear = (notification: Notification, controller: AbortController): void => {
		watchSilence(controller);
		const isNew = heardAt === null;
		heardAt = now();
		if (isNew) changed();
		for (const each of notification.playing) playing(each);
	};

	/** True: something had been heard. */
	const lose = (): boolean => {
		endSilence();
		connection = null;
		const wasHeard = heardAt !== null;
		heardAt = null;
		if (wasHeard && !isStopped) changed();
		return wasHeard;
	};

	/** One connection, to its end. Returns the milliseconds that a server in trouble asks to wait. */
	const connect = async (controller: AbortController): Promise<number> => {
		watchSilence(controller);
		try {
			for await (const notification of listen(controller.signal)) hear(notification, controller);
			return 0;
		} catch (error) {
			if (!isCancelled(error)) failed(error);
			return waitOf(error);
		}
	};

	const begin = async (): Promise<void> => {
		endPause();
		const controller = new AbortController();
		connection = controller;
		const begunAt = now();
		const waitMs = await connect(controller);
		const lasted = now() - begunAt >= lastingMs;
		failures = lose() && lasted ? 0 : failures + 1;
		if (isStopped) return;
		endPause = after(Math.max(waitMs, pauseAfter(failures, random())), () => void begin());
	};

	void begin();
	return {
		isListening,
		wake: () => {
			if (connection !== null || isStopped) return;
			failures = 0;
			void begin();
		},
		stop: () => {
			isStopped = true;
			endPause();
			connection?.abort();
		},
	};
};
