import type {HistoryRow} from '../world/history.ts';
import type {DemoUser} from '../world/people.ts';
import type {Json} from './answer.ts';
import {listsBy} from './cells.ts';
import {playsOf, secondsOf} from './tally.ts';

/** Where plex.tv would have the picture. */
export const userThumb = (user: DemoUser): string => `https://plex.tv/users/${user.userId.toString(16)}/avatar`;

/** Who played, most plays first, then most time: the shape of `get_item_user_stats` and `get_library_user_stats`. */
export const userStats = (rows: readonly HistoryRow[], grouping: boolean): readonly Json[] =>
	[...listsBy(rows, row => row.plan.user)]
		.map(([user, own]) => ({
			friendly_name: user.friendlyName,
			user_id: user.userId,
			user_thumb: userThumb(user),
			username: user.username,
			total_plays: playsOf(own, grouping),
			total_time: secondsOf(own),
		}))
		.sort((one, two) => two.total_plays - one.total_plays || two.total_time - one.total_time);
