import type {SyncSummary} from '../../domain/plays/mirror.ts';

const many = (count: number): string => `${count} ${count === 1 ? 'play' : 'plays'}`;

/**
 * What a sync found that was not to be expected: plays that are gone, or others than they were when all was compared. Plays
 * that come, and the newest ones that change, are no news. Null: nothing.
 */
export const syncFinding = ({kind, changed, removed}: SyncSummary): string | null => {
	const isCompared = kind === 'compared';
	const found = [
		removed > 0 ? `${many(removed)} gone` : '',
		isCompared && changed > 0 ? `${many(changed)} changed` : '',
	].filter(Boolean);
	if (found.length === 0) return null;
	return `Tautulli's history: ${found.join(', ')}${isCompared ? ', found when all of it was compared' : ''}`;
};
