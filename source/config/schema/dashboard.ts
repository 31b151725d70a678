import * as z from 'zod/mini';
import {coloredRoles, themeChoices} from '../../domain/themes.ts';
import {color, days, keys, yesNo} from '../values.ts';
import {key, trueOrFalse} from './key.ts';

/** Of the dashboard, or of one of several servers: lines differ. */
export const uploadMbps = key(
	z.optional(z.number().check(z.positive(), z.maximum(1_000_000))),
	'a number of Mb/s above 0',
	'What the line can send. Without it there is no limit to hold rates against.',
);

const seconds = (initial: number) => z._default(z.number().check(z.minimum(1), z.maximum(86_400)), initial);
const secondsExpected = 'a number of seconds from 1 to 86400';

export const dashboard = z.object({
	refresh_seconds: key(
		seconds(5),
		secondsExpected,
		'How often who is watching is asked; less often while nobody is, or while Plex tells what happens.',
	),
	graph_refresh_seconds: key(seconds(60), secondsExpected, 'How often the graphs are asked.'),
	days: key(z._default(days, 30), 'a whole number of days from 1 on', 'The window at start.', {
		flag: 'days',
	}),
	y_axis: key(z._default(z.enum(['plays', 'duration']), 'plays'), 'plays or duration', 'What graphs count at start.', {
		flag: 'yAxis',
	}),
	panes: key(
		z._default(z.array(z.string()).check(z.maxLength(7)), []),
		'a list of up to seven names of views',
		'Which views stand in the six places, and in the seventh of a large screen. Default: now, hours, types, peaks, collections, status, capacity.',
	),
	theme: key(
		z._default(z.enum(themeChoices), 'auto'),
		`one of ${themeChoices.join(', ')}`,
		'auto: the terminal is asked for its background. mono: no colours. The others have colours of their own.',
	),
	colors: key(
		z._default(
			z.object({
				accent: z.optional(color),
				copy: z.optional(color),
				transcode: z.optional(color),
				bad: z.optional(color),
			}),
			{},
		),
		`a mapping of ${coloredRoles.join(', ')} to colours such as "#58b8d0"`,
		'Colours in the place of the theme’s: focus, direct stream, transcode, trouble. A faint one is told.',
	),
	names: key(
		z._default(z.enum(['full', 'initials', 'none']), 'full'),
		'full, initials or none',
		'How people are named on the screen; for a wall that others see.',
	),
	ascii: key(z._default(yesNo, false), trueOrFalse, 'true: frames and bars of ASCII alone.', {flag: 'ascii'}),
	mouse: key(z._default(yesNo, false), trueOrFalse, 'true: the mouse is heard from the start.'),
	allow_stop: key(z._default(yesNo, false), trueOrFalse, 'true: a stream can be stopped with x, after a question.'),
	upload_mbps: uploadMbps,
	stop_message: key(
		z.optional(z.string()),
		'text',
		'What the viewer of a stopped stream reads. Default: Plex’s own words.',
	),
	escape_ms: key(
		z._default(z.int().check(z.minimum(20), z.maximum(2000)), 150),
		'a whole number of milliseconds from 20 to 2000',
		'How long Esc waits for the rest of a sequence before it is a key; more for a slow connection.',
	),
	keys: key(
		z._default(keys, {}),
		'a mapping of actions to keys, such as `collect: C`',
		'Other keys for actions. None may have two meanings: give the action that has it another one.',
	),
});
