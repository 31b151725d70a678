import type {SharedLeaf} from '../../domain/catalogue.ts';
import type {Level} from '../../domain/plays/unwatched.ts';
import {type Unit, unitsOf} from '../../stats/idle/units.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

type ReadUnits = {readonly units: readonly Unit[]; readonly shared: readonly SharedLeaf[]};

const kept = new WeakMap<Mirror, ReadUnits & {readonly name: string}>();

/** What is listed, by the titles of a level. It is kept until Plex is listed anew, since plays change much more often. */
export const readUnits = (mirror: Mirror, serverId: number, level: Level): ReadUnits => {
	const listed = mirror.catalogue.sections(serverId).map(({sectionId, listedAt}) => [sectionId, listedAt]);
	const name = JSON.stringify([serverId, level, listed]);
	const known = kept.get(mirror);
	if (known?.name === name) return known;
	const shared = mirror.sizes.shared(serverId);
	const read = {name, units: unitsOf(level, mirror.sizes.groups(serverId), shared), shared};
	kept.set(mirror, read);
	return read;
};
