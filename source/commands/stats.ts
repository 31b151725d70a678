import {formatDuration, plural} from '../canvas/format.ts';
import {AppError} from '../domain/app-error.ts';
import type {Command} from './command.ts';
import {numberFlag} from './line/flag-values.ts';
import {daysFlag, outputFlags} from './line/flags.ts';
import {formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

const keyOf = (argument: string | undefined): string => {
	if (argument !== undefined && /^\d+$/.test(argument)) return argument;
	throw new AppError('usage', 'KEY must be a rating key: a whole number.', {
		hint: 'It stands in the address of the item’s page in Tautulli and in tautop history --json.',
	});
};

/** `tautop stats KEY`: plays and time of one movie, show, season, episode, artist, album, track or collection. */
export const stats: Command = {
	name: 'stats',
	summary: 'plays and time of one item or collection',
	examples: {
		'tautop stats 1917': 'of the last 30 days',
		'tautop stats 1917 --days 0 --json': 'of all time, for a script',
	},
	usage: 'KEY',
	args: {min: 1, max: 1},
	flags: [daysFlag, ...outputFlags],
	run: async context => {
		formatOf(context);
		const ratingKey = keyOf(context.args[0]);
		const days = numberFlag(context, 'days') ?? 30;
		return await withSources(context, async ({sources}, settings) => {
			const [{plays, playedSeconds}, adopted] = await Promise.all([
				sources.itemStats({ratingKey, days}, context.signal),
				sources.adoptedPlays({ratingKey, days}, context.signal),
			]);
			const answer = {
				total_plays: plays,
				total_duration: playedSeconds,
				total_time: formatDuration(playedSeconds),
				...(adopted === null ? {} : {adopted_plays: adopted}),
			};
			printReport(context, settings, {
				json: answer,
				table: {columns: Object.keys(answer), rows: [Object.values(answer)]},
				draw: ({glyphs}) => [
					[
						{text: plural(plays, 'play', 'plays', glyphs), role: 'bold'},
						{text: `   ${answer.total_time}   `},
						{text: `item ${ratingKey}, ${days === 0 ? 'all time' : `${days} days`}`, role: 'dim'},
					],
					...(adopted === null
						? []
						: [[{text: `Beside them ${plural(adopted, 'adopted play', 'adopted plays', glyphs)}.`}]]),
				],
			});
			return 0;
		});
	},
};
