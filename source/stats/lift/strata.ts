import type {Counted} from './count-collection.ts';
import type {Stratum} from './mantel-haenszel.ts';
import {isShown, type RoleOf, type ShownKind, type Who} from './shown.ts';
import {groups} from './timed-plays.ts';

/** Who is in a group of people and hours. */
const whoIs = (group: number, ownerKnown: boolean): Who => {
	if (!ownerKnown) return 'anybody';
	return group < groups / 2 ? 'friend' : 'owner';
};

/** Own starts of titles that another promoted collection held then, cell by cell. */
export const elsewhereOf = ({pieces, cells, ownPlaces, ownCells}: Counted, holders: Uint16Array): Int32Array => {
	const found = new Int32Array(cells);
	const shown = pieces.kinds.map(kind => Number(isShown(kind)));
	const itself = new Uint8Array(cells);
	for (let cell = 0; cell < cells; cell++) itself[cell] = shown[Math.floor(cell / groups) % shown.length] ?? 0;
	for (let index = 0; index < ownCells.length; index++) {
		const cell = ownCells[index] ?? 0;
		if ((holders[ownPlaces[index] ?? 0] ?? 0) > (itself[cell] ?? 0)) found[cell] = (found[cell] ?? 0) + 1;
	}
	return found;
};

const sumAt = (numbers: Int32Array, kinds: Int32Array, at: number): number => {
	let sum = 0;
	for (let index = 0; index < kinds.length; index++) sum += numbers[at + (kinds[index] ?? 0) * groups] ?? 0;
	return sum;
};

/** The kinds that are on for somebody, and those that are off. */
const sidesOf = (kinds: readonly ShownKind[], role: RoleOf, who: Who) => {
	const roles = kinds.map(kind => role(kind, who));
	const those = (wanted: 'on' | 'off'): Int32Array =>
		Int32Array.from([...roles.keys()].filter(at => roles[at] === wanted));
	return {on: those('on'), off: those('off')};
};

/** The strata of one question that have starts of the collection. */
export const strataOf = (
	{pieces: {kinds}, cells, own, others}: Counted,
	elsewhere: Int32Array,
	role: RoleOf,
	ownerKnown: boolean,
): readonly Stratum[] => {
	const strata: Stratum[] = [];
	const width = kinds.length * groups;
	const ofFriends = sidesOf(kinds, role, whoIs(0, ownerKnown));
	const ofOwner = sidesOf(kinds, role, whoIs(groups - 1, ownerKnown));
	for (let group = 0; group < groups; group++) {
		const {on, off} = group < groups / 2 ? ofFriends : ofOwner;
		for (let at = group; at < cells; at += width) {
			const [ownOn, ownOff] = [sumAt(own, on, at), sumAt(own, off, at)];
			if (ownOn + ownOff === 0) continue;
			strata.push({
				ownOn,
				ownOff,
				otherOn: sumAt(others, on, at),
				otherOff: sumAt(others, off, at),
				elsewhere: sumAt(elsewhere, on, at) + sumAt(elsewhere, off, at),
			});
		}
	}
	return strata;
};
