import type {SyncProgress, SyncSummary} from '../../domain/plays/mirror.ts';
import type {Progress} from '../../domain/run.ts';

/** A fact of a sync that is not under way in windows. Counts are plays. */
export const syncStep = (step: SyncProgress['step'], done: number, total: number | null): SyncProgress => ({
	step,
	done,
	total,
	coveredFrom: null,
	secondsLeft: null,
});

const secondsText = (seconds: number): string =>
	seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`;

/** A sync's facts as those of a run, so that one line can show both. */
export async function* syncProgress(
	sync: AsyncGenerator<SyncProgress, SyncSummary>,
): AsyncGenerator<Progress, SyncSummary> {
	let step = await sync.next();
	while (!step.done) {
		const {done, total, secondsLeft, coveredFrom} = step.value;
		const reachesTo = step.value.step === 'filling' ? (coveredFrom ?? undefined) : undefined;
		yield {step: 'syncing', done, total, label: secondsLeft === null ? '' : secondsText(secondsLeft), reachesTo};
		step = await sync.next();
	}
	return step.value;
}
