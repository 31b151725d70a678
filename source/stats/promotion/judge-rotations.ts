import type {RotationState} from '../../domain/rotation.ts';
import {median} from '../median.ts';

/** What a rotation's row says of itself. Times are Unix seconds. */
type Rotation = {readonly rotationId: number; readonly createdAt: number; readonly success: boolean};

/** What tells that a rotation really took place. */
type Evidence = {
	readonly collected: ReadonlyArray<{readonly rotationId: number; readonly at: number}>;
	/** When simulations were applied. */
	readonly applied: readonly number[];
};

/** A simulation is marked as applied a moment after its rotation is written down. */
const applyingSeconds = 60;
/** So regular are rotations by a schedule: a share of their distance, and at least two minutes. */
const slack = {share: 0.02, seconds: 120} as const;
/** So many distances at least, before anything is called regular. */
const fewest = 4;

/** The snapshots' times by the number of their rotation. */
const timesByNumber = ({collected}: Evidence): ReadonlyMap<number, readonly number[]> => {
	const times = new Map<number, number[]>();
	for (const {rotationId, at} of collected) {
		const known = times.get(rotationId);
		if (known) known.push(at);
		else times.set(rotationId, [at]);
	}
	return times;
};

/** Which of them have a snapshot from before the next one: numbers begin anew, so the number alone says nothing. */
const withSnapshots = (rotations: readonly Rotation[], evidence: Evidence): readonly boolean[] => {
	const times = timesByNumber(evidence);
	return rotations.map(({rotationId, createdAt}, index) => {
		const next = rotations[index + 1]?.createdAt ?? Number.POSITIVE_INFINITY;
		return (times.get(rotationId) ?? []).some(at => at >= createdAt && at < next);
	});
};

const wasSimulated = ({applied}: Evidence, {createdAt}: Rotation): boolean =>
	applied.some(at => at >= createdAt && at <= createdAt + applyingSeconds);

const distancesOf = (times: readonly number[]): readonly number[] =>
	times.slice(1).map((at, index) => at - (times[index] ?? at));

/** Which of them came in between, while the schedule went on as though they had not: by hand, or tried out. */
const betweenOthers = (rotations: readonly Rotation[]): readonly boolean[] => {
	const times = rotations.map(({createdAt}) => createdAt);
	const distances = distancesOf(times);
	const usual = median(distances);
	if (usual === null || distances.length < fewest) return [];
	const allowed = Math.max(slack.seconds, usual * slack.share);
	return times.map((_, index) => {
		const [before, after] = [distances[index - 1], distances[index]];
		if (before === undefined || after === undefined) return false;
		return Math.max(before, after) < usual - allowed && Math.abs(before + after - usual) <= allowed;
	});
};

/**
 * Says of each rotation whether it took place. A dry run of homescreen-hero leaves the same row as a rotation, so it shows
 * only beside the others: these have snapshots that were taken after them and it has none, though snapshots were being
 * taken before and after it; or it stands between two of a schedule. An applied simulation takes no snapshots, and is
 * sure. In the order of time.
 */
export const judgeRotations = <Of extends Rotation>(
	given: readonly Of[],
	evidence: Evidence,
): ReadonlyArray<Of & {readonly state: RotationState}> => {
	const rotations = given.toSorted((one, two) => one.createdAt - two.createdAt || one.rotationId - two.rotationId);
	const done = rotations.filter(({success}) => success);
	const [seen, between] = [withSnapshots(done, evidence), betweenOthers(done)];
	const [first, last] = [seen.indexOf(true), seen.lastIndexOf(true)];
	const unsure = new Set(
		done.filter((rotation, index) => {
			if (seen[index] || wasSimulated(evidence, rotation)) return false;
			return between[index] === true || (index > first && index < last);
		}),
	);
	return rotations.map(rotation => ({
		...rotation,
		state: !rotation.success ? 'failed' : unsure.has(rotation) ? 'unsure' : 'applied',
	}));
};
