import {nothing} from '../../../source/domain/plays/play-columns.ts';
import type {PromotionSpan} from '../../../source/domain/promotion.ts';
import {dayStart, localDay, offsetAt} from '../../../source/domain/zone.ts';
import type {LiftCollection, LiftInput, LiftMember} from '../../../source/stats/lift/input.ts';

// The same sums as slowly as they can be written: every start asks for everything that it needs.

type Play = {at: number; user: number; title: number; keys: readonly number[]; music: boolean};
type Person = 'owner' | 'friend' | 'anybody';
type State = 'on' | 'off' | 'out';
/** What a span is for a person; the span is null where nothing is known. */
export type Question = (span: PromotionSpan, person: Person) => State;
export type NaiveSums = {a: number; b: number; c: number; d: number; e1: number; e0: number; r: number; s: number} & {
	elsewhere: number;
};

const day = 86_400;

const playsOf = ({columns}: LiftInput): Play[] =>
	Array.from({length: columns.count}, (_, index) => index)
		.flatMap((index): Play[] => {
			const media = columns.media.texts[columns.media.indexes[index] ?? 0] ?? '';
			const keys = [columns.itemKeys, columns.parentKeys, columns.grandparentKeys].map(each => each[index] ?? nothing);
			if (!['movie', 'episode', 'track'].includes(media)) return [];
			const title = (media === 'movie' ? keys[0] : keys[2]) ?? nothing;
			const user = columns.userIds[index] ?? 0;
			return [{at: columns.startedAt[index] ?? 0, user, title, keys, music: media === 'track'}];
		})
		.sort((one, two) => one.at - two.at);

/** A play whose person did not play the title in the 30 days before. */
const isStart = (play: Play, among: readonly Play[]): boolean => {
	const place = among.indexOf(play);
	const before = among.slice(0, place).findLast(({user, title}) => user === play.user && title === play.title);
	return before === undefined || play.at - before.at >= 30 * day;
};

const isMember = ({keys}: Play, {level}: LiftCollection, member: LiftMember): boolean => keys[level] === member.key;

const isOfParts = ({mediaType}: LiftCollection): boolean => ['season', 'episode', 'album', 'track'].includes(mediaType);

const isMusic = ({mediaType}: LiftCollection): boolean => ['artist', 'album', 'track'].includes(mediaType);

const counting = ({addedAt, firstSeen, lastSeen}: LiftMember) => ({
	from: Math.max((addedAt ?? -1e12) + 28 * day, firstSeen ?? -1e12),
	to: lastSeen ?? 1e12,
});

const spanAt = ({spans}: LiftCollection, at: number): PromotionSpan | undefined =>
	spans.find(({from, to}) => from <= at && at < to);

export const isAnywhere = ({shown}: PromotionSpan): boolean =>
	shown === 'somewhere' || shown.home || shown.shared || shown.recommended;

export const isSeen: Question = (span, person) => {
	const {shown} = span;
	if (shown === 'somewhere' || person === 'anybody') return isAnywhere(span) ? 'on' : 'off';
	return (person === 'owner' ? shown.home : shown.shared) || shown.recommended ? 'on' : 'off';
};

const partOf = (input: LiftInput, at: number): number =>
	Math.floor(((((at + offsetAt(input.zone, at)) % day) + day) % day) / (6 * 3600));

const blockOf = (input: LiftInput, at: number): number => Math.floor((localDay(input.zone, at) - 4) / 56);

const personOf = ({owners}: LiftInput, {user}: Play): Person => {
	if (!owners) return 'anybody';
	return owners.has(user) ? 'owner' : 'friend';
};

export const naiveSums = (input: LiftInput, collection: LiftCollection, question: Question): NaiveSums => {
	const {window, zone} = input;
	const all = playsOf(input).filter(({music}) => music === isMusic(collection));
	const memberOf = (play: Play) => collection.members.find(member => isMember(play, collection, member));
	const ofMembers = all.filter(memberOf);
	const inWindow = ({at}: Play): boolean => at >= window.from && at < window.to;
	const starts = all.filter(play => isStart(play, all));
	const own = (
		isOfParts(collection) ? ofMembers.filter(play => isStart(play, ofMembers)) : starts.filter(memberOf)
	).filter(inWindow);
	const others = starts.filter(play => inWindow(play) && !memberOf(play));
	const stateOf = (play: Play): State => {
		const span = spanAt(collection, play.at);
		return span ? question(span, personOf(input, play)) : 'out';
	};
	const isElsewhere = (play: Play): boolean =>
		input.collections.some(other => {
			if (other === collection || isMusic(other) !== isMusic(collection)) return false;
			const span = spanAt(other, play.at);
			const holds = other.members.some(
				member =>
					isMember(play, other, member) &&
					play.at >= (member.firstSeen ?? -1e12) &&
					play.at < (member.lastSeen ?? 1e12),
			);
			return span !== undefined && isAnywhere(span) && holds;
		});
	const strata = new Map<string, {from: number; to: number; own: Play[]}>();
	for (const play of own) {
		const member = memberOf(play);
		if (!member || stateOf(play) === 'out') continue;
		const {from, to} = counting(member);
		if (play.at < from || play.at >= to) continue;
		const block = blockOf(input, play.at);
		const bounds = {
			from: Math.max(from, window.from, dayStart(zone, 4 + 56 * block)),
			to: Math.min(to, window.to, dayStart(zone, 4 + 56 * (block + 1))),
		};
		const name = JSON.stringify([personOf(input, play), block, partOf(input, play.at), bounds]);
		strata.set(name, {...bounds, own: [...(strata.get(name)?.own ?? []), play]});
	}
	const sums = {a: 0, b: 0, c: 0, d: 0, e1: 0, e0: 0, r: 0, s: 0, elsewhere: 0};
	for (const {from, to, own: inside} of strata.values()) {
		const [first] = inside;
		if (!first) continue;
		const beside = others.filter(
			play =>
				play.at >= from &&
				play.at < to &&
				personOf(input, play) === personOf(input, first) &&
				partOf(input, play.at) === partOf(input, first.at),
		);
		const count = (plays: readonly Play[], state: State): number =>
			plays.filter(each => stateOf(each) === state).length;
		const [a, b, c, d] = [count(inside, 'on'), count(inside, 'off'), count(beside, 'on'), count(beside, 'off')];
		if (a + c === 0 || b + d === 0) continue;
		const total = a + b + c + d;
		sums.a += a;
		sums.b += b;
		sums.c += c;
		sums.d += d;
		sums.e1 += ((a + b) * (a + c)) / total;
		sums.e0 += ((a + b) * (b + d)) / total;
		sums.r += (a * d) / total;
		sums.s += (b * c) / total;
		sums.elsewhere += inside.filter(isElsewhere).length;
	}
	return sums;
};

/** Hour by hour would be too coarse: second by second of the spans that lie in the window. */
export const naiveHours = ({window}: LiftInput, {spans}: LiftCollection, question: Question) => {
	let [on, off, periods, isOpen] = [0, 0, 0, false];
	for (const span of spans) {
		const seconds = Math.min(span.to, window.to) - Math.max(span.from, window.from);
		if (seconds <= 0) continue;
		const state = question(span, 'anybody');
		if (state === 'on') {
			on += seconds;
			if (!isOpen) periods += 1;
			isOpen = true;
		}
		if (state === 'off') {
			off += seconds;
			isOpen = false;
		}
	}
	return {on, off, periods, unknown: window.to - window.from - on - off};
};
