import type {KeyName} from '../../test/helpers/terminal-keys.ts';

/** Something that is done at the keyboard, and what stands on the screen afterwards. */
export type Step = {readonly keys: string | readonly KeyName[]; readonly until: RegExp};

/** One picture: a size, what is done first, and how it is called. */
export type Scene = {
	/** The name of its file. */
	readonly name: string;
	readonly title: string;
	readonly size: readonly [columns: number, rows: number];
	readonly steps: readonly Step[];
};

/** Pictures that one start of the program is enough for. Each finds a home where nobody was before. */
export type Sitting = {
	readonly look: 'dark' | 'light' | 'plain';
	readonly scenes: readonly Scene[];
};

/** Thursday, 26 November 2026, 21:34 in Prague: an evening on which many watch. */
export const momentOfPictures = '2026-11-26T20:34:00Z';
export const zoneOfPictures = 'Europe/Prague';

const enter: readonly KeyName[] = ['enter'];

/** A view by its name; `until`: what stands at the top of its page. */
const view = (name: string, until: RegExp): readonly Step[] => [
	{keys: '0', until: /┏━ Views/},
	{keys: name, until: new RegExp(`┏━ Views +${name}`)},
	{keys: enter, until},
];

/** A pane, and what Enter opens there. */
const opened = (digit: string, until: RegExp): readonly Step[] => [
	{keys: digit, until: new RegExp(`━\\[${digit} `)},
	{keys: enter, until},
];

const still = (name: string, title: string, size: Scene['size'], steps: readonly Step[] = []): Scene => ({
	name,
	title,
	size,
	steps,
});

/** The pictures of the README and of docs/. */
export const sittings: readonly Sitting[] = [
	{
		look: 'dark',
		scenes: [
			still('evening-120x40', 'An evening: who is watching, when, and what it costs', [120, 40]),
			still('evening-80x24', 'The same in a small terminal', [80, 24]),
			still('evening-200x60', 'The same in a large terminal', [200, 60]),
			still('phone-50x20', 'The same on a telephone', [50, 20]),
			still(
				'week-120x40',
				'Plays by hour: a map of the week',
				[120, 40],
				[
					{keys: '2', until: /━\[2 /},
					{keys: '2', until: /━ home ›\[hours/},
				],
			),
			still(
				'day-120x40',
				'One day: who watched what, at the same time as whom',
				[120, 40],
				opened('4', /━ home ›.* 1080p/s),
			),
			still('collection-120x40', 'One collection: what promoting it did', [120, 40], opened('5', /━ home ›/)),
			still(
				'capacity-120x40',
				'Capacity: is the upload enough',
				[120, 40],
				view('capacity', /━ home ›\[capacity\].* limit 40/),
			),
			still(
				'history-120x40',
				'History, searched over years',
				[120, 40],
				[
					...view('history', /━ home ›\[history\]/),
					{keys: '/', until: /^ \/.*↵ keep/m},
					{keys: 'night', until: /\[history\] +\/night \d+/},
				],
			),
			still(
				'unwatched-120x40',
				'Never played: what could go',
				[120, 40],
				view('unwatched', /━ home ›\[never played\]/),
			),
			still('year-120x40', 'The year so far', [120, 40], view('recap', /━ home ›\[year\]/)),
		],
	},
	{look: 'light', scenes: [still('evening-light-120x40', 'An evening, on light ground', [120, 40])]},
	{look: 'plain', scenes: [still('evening-plain-120x40', 'An evening without colour', [120, 40])]},
];
