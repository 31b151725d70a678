import type {Counted} from './count-collection.ts';
import type {Stratum} from './mantel-haenszel.ts';
import {isShown, type RoleOf, type Who} from './shown.ts';
import {groups} from './timed-plays.ts';

/** Who is in a group of people and hours. */
const whoIs = (group: number, ownerKnown: boolean): Who => {
	if (!ownerKnown) return 'anybody';
	return group < groups / 2 ? 'friend' : 'owner';
};

/** Own starts of titles that another promoted collection held then, cell by cell. */
export const elsewhereOf = ({pieces, cells, ownPlaces, ownCells}: Counted, holders: Uint16Array): Int32Array => {
	const found = new Int32Array(cells);
	const itself = pieces.kinds.map(kind => Number(isShown(kind)));
	for (const [index, cell] of ownCells.entries()) {
		const kind = Math.floor(cell / groups) % itself.length;
		if ((holders[ownPlaces[index] ?? 0] ?? 0) > (itself[kind] ?? 0)) found[cell] = (found[cell] ?? 0) + 1;
	}
	return found;
};

/** The strata of one question that have starts of the collection. */
export const strataOf = (
	{pieces, cells, own, others}: Counted,
	elsewhere: Int32Array,
	role: RoleOf,
	ownerKnown: boolean,
): readonly Stratum[] => {
	const width = pieces.kinds.length * groups;
	const strata: Stratum[] = [];
	for (let group = 0; group < groups; group++) {
		const who = whoIs(group, ownerKnown);
		const roles = pieces.kinds.map(kind => role(kind, who));
		for (let range = 0; range < cells; range += width) {
			const stratum = {ownOn: 0, ownOff: 0, otherOn: 0, otherOff: 0, elsewhere: 0};
			for (const [kind, found] of roles.entries()) {
				if (found === 'out') continue;
				const cell = range + kind * groups + group;
				stratum.elsewhere += elsewhere[cell] ?? 0;
				stratum[found === 'on' ? 'ownOn' : 'ownOff'] += own[cell] ?? 0;
				stratum[found === 'on' ? 'otherOn' : 'otherOff'] += others[cell] ?? 0;
			}
			if (stratum.ownOn + stratum.ownOff > 0) strata.push(stratum);
		}
	}
	return strata;
};
