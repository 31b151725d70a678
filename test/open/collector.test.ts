import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {CollectRequest, Progress, RunSummary} from '../../source/domain/run.ts';
import {createCollector} from '../../source/open/collector.ts';
import type {SourcesEvent} from '../../source/questions/sources.ts';

const request: CollectRequest = {scope: 'all', names: []};
const step: Progress = {step: 'collecting', done: 1, total: 2, label: 'Heist'};
const summary: RunSummary = {
	status: 'success',
	reason: null,
	error: null,
	collected: [],
	failed: [],
	warnings: [],
	totalCollections: 0,
};

const untilAborted = (signal: AbortSignal): Promise<never> =>
	new Promise((_, reject) => {
		const cancel = (): void => reject(new AppError('cancelled', 'Cancelled.'));
		if (signal.aborted) cancel();
		else signal.addEventListener('abort', cancel, {once: true});
	});

const collecting = (run: (signal: AbortSignal) => AsyncGenerator<Progress, RunSummary>) => {
	const heard: SourcesEvent[] = [];
	const collector = createCollector(
		(_, signal) => run(signal),
		event => heard.push(event),
	);
	return {collector, heard};
};

test('listeners hear the progress, the end, and that something is stored', async () => {
	const {collector, heard} = collecting(async function* () {
		yield step;
		return summary;
	});
	expect(await collector.collect(request)).toEqual(summary);
	expect(heard).toEqual([{type: 'progress', progress: step}, {type: 'run-ended', summary}, {type: 'stored'}]);
});

test('one run at a time; after its end another may begin', async () => {
	const {collector} = collecting(async function* () {
		yield step;
		return summary;
	});
	const first = collector.collect(request);
	await expect(collector.collect(request)).rejects.toMatchObject({code: 'busy'});
	await first;
	expect(await collector.collect(request)).toEqual(summary);
});

test('whoever asked can cancel', async () => {
	const {collector, heard} = collecting(async function* (signal) {
		yield step;
		return untilAborted(signal);
	});
	const controller = new AbortController();
	const run = collector.collect(request, controller.signal);
	controller.abort();
	await expect(run).rejects.toMatchObject({code: 'cancelled'});
	expect(heard.at(-2)).toMatchObject({type: 'run-ended', summary: {status: 'error', reason: 'cancelled'}});
});

test('stop cancels the run under way and waits for its end', async () => {
	let ended = false;
	const {collector} = collecting(async function* (signal) {
		try {
			yield step;
			return await untilAborted(signal);
		} finally {
			ended = true;
		}
	});
	const run = collector.collect(request).catch((error: unknown) => error);
	await collector.stop();
	expect(ended).toBe(true);
	expect(await run).toMatchObject({code: 'cancelled'});
	await collector.stop();
});
