import {countBar} from '../canvas/bars.ts';
import {formatCount, formatDuration} from '../canvas/format.ts';
import {table} from '../canvas/old-table.ts';
import {maxOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import type {Days} from '../domain/period.ts';
import type {UserStats} from '../domain/user.ts';
import type {Command} from './command.ts';
import {daysOf, numberFlag} from './flag-values.ts';
import {allDaysFlag, limitFlag, outputFlags} from './flags.ts';
import {type Frame, formatOf, printReport} from './report.ts';
import {withSources} from './with-sources.ts';
import {titleRows, windowName} from './words.ts';

const draw = (users: readonly UserStats[], days: Days, frame: Frame): Row[] => {
	const {width, glyphs} = frame;
	const head = titleRows('Users by plays', windowName(days), frame);
	if (users.length === 0) return [...head, [{text: 'Nobody played anything.'}]];
	const max = maxOf(users.map(({plays}) => plays));
	const rows = users.map(({friendlyName, plays, playedSeconds}, index) => [
		formatCount(index + 1, glyphs),
		friendlyName,
		countBar(plays, max, 20, glyphs),
		formatCount(plays, glyphs),
		formatDuration(playedSeconds),
	]);
	const columns = [
		{heading: '#', align: 'right', role: 'dim'},
		{heading: 'user', flexible: true},
		{heading: '', role: 'accent', dropAt: 1},
		{heading: 'plays', align: 'right'},
		{heading: 'time', align: 'right'},
	] as const;
	return [...head, ...table(columns, rows, width, glyphs)];
};

/** `tautop users`: who watches most. */
export const users: Command = {
	name: 'users',
	summary: 'plays and time of every user',
	usage: '',
	args: {min: 0, max: 0},
	flags: [allDaysFlag, limitFlag, ...outputFlags],
	run: async context => {
		formatOf(context);
		const days = daysOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const all = await sources.users({days}, context.signal);
			const found = all.slice(0, numberFlag(context, 'limit'));
			const entries = found.map(({userId, friendlyName, plays, playedSeconds}) => ({
				user_id: userId,
				friendly_name: friendlyName,
				total_plays: plays,
				total_duration: playedSeconds,
			}));
			printReport(context, settings, {
				json: {days, users: entries},
				table: {
					columns: ['user_id', 'friendly_name', 'total_plays', 'total_duration'],
					rows: entries.map(entry => Object.values(entry)),
				},
				draw: frame => draw(found, days, frame),
			});
			return 0;
		});
	},
};
