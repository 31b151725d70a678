import type {PromotionSpan} from '../../source/domain/promotion.ts';
import {dayStart, zoneSpans} from '../../source/domain/zone.ts';
import type {LiftCollection, LiftInput, LiftMember} from '../../source/stats/lift/input.ts';
import {localStarts} from '../../source/stats/plays/local-clock.ts';
import {playColumns, type TestPlay} from './play-columns.ts';

/** Monday 2026-02-16, when a block begins. */
const dayZero = 20_500;

/** A world as a few lines of text: days from day 0, letters for people, names for titles; `X*` is a new title each day. */
export type TextWorld = {
	readonly zone?: string;
	readonly window: readonly [from: number, to: number];
	/** A letter; absent: nobody knows the owner. */
	readonly owner?: string;
	/** `N@21:` counts from day 21, `O@:35` until day 35. */
	readonly members: string;
	/** `from to flags row`, in days; flags of h, s, r, `-` for none. */
	readonly spans: string;
	/** `days hour title people`, with a line or a semicolon behind each. */
	readonly plays: string;
};

const parts = (text: string): string[][] =>
	text
		.split(/[;\n]/)
		.map(part => part.trim().split(/\s+/))
		.filter(([first]) => first);

/** Seconds of a day and an hour by the clock of a zone. */
const momentOf = (zone: string, day: number, hour = 0): number => {
	const whole = Math.floor(day);
	const midnight = dayStart(zone, dayZero + whole);
	const wanted = Math.round(((day - whole) * 24 + hour) * 3600);
	const [span] = zoneSpans(zone, midnight, midnight);
	const at = midnight + wanted;
	const offset = zoneSpans(zone, at, at)[0]?.offsetSeconds ?? 0;
	return at - (offset - (span?.offsetSeconds ?? 0));
};

const spanOf = (zone: string, [from = '', to = '', flags = '', row]: readonly string[]): PromotionSpan => ({
	from: momentOf(zone, Number(from)),
	to: momentOf(zone, Number(to)),
	shown: {home: flags.includes('h'), shared: flags.includes('s'), recommended: flags.includes('r')},
	row: row === undefined ? null : Number(row),
	source: 'look',
});

/** The numbers of titles, in the order of their coming. */
const createKeys = () => {
	const known = new Map<string, number>();
	return (name: string): number => {
		if (!known.has(name)) known.set(name, 1000 + known.size);
		return known.get(name) ?? 0;
	};
};

const playsOf = (text: string, zone: string, keyOf: (name: string) => number): TestPlay[] => {
	const found: Array<Omit<TestPlay, 'id'>> = [];
	for (const [days = '', hour = '', title = '', people = ''] of parts(text)) {
		const [first = 0, last = first] = days.split('-').map(Number);
		for (let day = first; day <= last; day++) {
			const start = momentOf(zone, day, Number(hour));
			const item = keyOf(title.replace('*', String(day)));
			for (const person of people) found.push({start, stop: start + 60, item, user: person.charCodeAt(0)});
		}
	}
	return found.map((play, index) => ({...play, id: index + 1}));
};

const memberOf = (zone: string, keyOf: (name: string) => number, text: string): LiftMember => {
	const [name = '', time = ':'] = text.split('@');
	const [from = '', to = ''] = time.split(':');
	return {
		key: keyOf(name),
		addedAt: null,
		firstSeen: from === '' ? null : momentOf(zone, Number(from)),
		lastSeen: to === '' ? null : momentOf(zone, Number(to)),
	};
};

export const worldInput = ({zone = 'UTC', window, owner, members, spans, plays}: TextWorld): LiftInput => {
	const keyOf = createKeys();
	const collection: LiftCollection = {
		ratingKey: '1',
		sectionUuid: 'uuid',
		title: 'Hidden Gems',
		libraryName: 'Movies',
		mediaType: 'movie',
		level: 0,
		members: members.split(' ').map(text => memberOf(zone, keyOf, text)),
		spans: parts(spans).map(part => spanOf(zone, part)),
	};
	const columns = playColumns(playsOf(plays, zone, keyOf));
	const [from, to] = [momentOf(zone, window[0]), momentOf(zone, window[1])];
	const clock = zoneSpans(zone, from - 100 * 86_400, to + 100 * 86_400);
	return {
		columns,
		starts: localStarts(columns, clock),
		zone,
		window: {from, to},
		owners: owner === undefined ? null : new Set([owner.charCodeAt(0)]),
		collections: [collection],
		only: null,
	};
};
