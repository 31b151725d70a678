import type {ChangeGroup, ChangesAnswer, NamedChange} from '../../source/domain/plays/changes.ts';
import type {Coverage} from '../../source/domain/plays/plays.ts';

const played = (plays: number) => ({plays, playedSeconds: plays * 3000, users: Math.min(14, plays)});

const names: readonly NamedChange[] = [
	{group: 'library', key: '1', name: 'Movies', deleted: false, now: played(300), before: played(410)},
	{group: 'library', key: '2', name: '映画', deleted: false, now: played(7), before: played(2)},
	{group: 'user', key: '1', name: 'marta', deleted: false, now: played(120), before: played(60)},
	{group: 'user', key: '2', name: 'otto', deleted: true, now: played(0), before: played(12)},
	{group: 'title', key: '1023', name: 'The Long Winter', deleted: false, now: played(31), before: played(0)},
	{group: 'platform', key: 'Roku', name: 'Roku', deleted: false, now: played(90), before: played(90)},
];

/** Two windows of thirty days, the second with fewer plays. */
export const fakeChanges = (groups: readonly ChangeGroup[], coverage: Coverage): ChangesAnswer => {
	const [from, now] = [coverage.asOf - 30 * 86_400, coverage.asOf];
	return {
		spans: {now: {from, to: null}, before: {from: from - 30 * 86_400, to: from}},
		now: {...played(307), transcodes: 60, decided: 300, most: {count: 9, at: now - 7200}},
		before: {...played(412), transcodes: 100, decided: 400, most: {count: 7, at: from - 7200}},
		names: names.filter(({group}) => groups.includes(group)),
		recordsFrom: from - 10 * 86_400,
		coverage,
	};
};
