import type {MirrorPlay} from '../../domain/plays/mirror.ts';
import type {Witness} from '../../store/mirror/plays.ts';

/** How many rows are the play that is known under their number, and which are another one. */
export type Verdict = {readonly same: number; readonly others: readonly MirrorPlay[]};

/** Start and user of a row never change; keys, titles and groups may be rewritten. Where one is missing nothing is known. */
export const compareRows = (
	witnesses: ReadonlyArray<Pick<Witness, 'rowId' | 'startedAt' | 'userId'>>,
	plays: readonly MirrorPlay[],
): Verdict => {
	const found = new Map(plays.map(play => [play.rowId, play]));
	const others: MirrorPlay[] = [];
	let same = 0;
	for (const {rowId, startedAt, userId} of witnesses) {
		const play = found.get(rowId);
		if (!play || [play.startedAt, play.userId, startedAt, userId].includes(null)) continue;
		if (play.startedAt === startedAt && play.userId === userId) same += 1;
		else others.push(play);
	}
	return {same, others};
};
