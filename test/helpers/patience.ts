import {availableParallelism, loadavg} from 'node:os';
import process from 'node:process';

/** How many want a processor for each that there is. */
const load = (loadavg()[0] ?? 0) / availableParallelism();

/**
 * By how much all limits of waiting grow: TEST_PATIENCE, else what the machine is busy with already. A limit is there to end
 * a test that hangs, never to measure one that is slow.
 */
export const patience = Math.max(1, Number(process.env.TEST_PATIENCE) || Math.min(load, 10));

/** A limit of waiting, in milliseconds. */
export const patient = (ms: number): number => Math.round(ms * patience);

/** For vitest's own waiting. */
export const soon = {timeout: patient(30_000), interval: 100};
