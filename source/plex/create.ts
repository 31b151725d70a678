import type {Transport} from '../http/contract.ts';
import type {Odd} from '../http/elements.ts';
import {getBandwidth} from './bandwidth.ts';
import type {PlexClient} from './client.ts';
import {getCollections} from './collections.ts';
import {getLeaves} from './leaves.ts';
import {getMembers} from './members.ts';
import {listen} from './notifications.ts';
import {ping} from './ping.ts';
import {getPromotions} from './promotions.ts';
import {getSections} from './sections.ts';

/** `odd` hears what of an answer was left out, since it was odd. */
export type PlexOptions = {readonly transport: Transport; readonly odd?: Odd};

/** Binds every question to one server. The transport carries the token: see `plexHeaders`. */
export const createPlex = ({transport, odd = () => undefined}: PlexOptions): PlexClient => {
	const link = {transport, odd};
	return {
		ping: signal => ping(link, signal),
		getSections: signal => getSections(link, signal),
		getCollections: (section, signal) => getCollections(link, section, signal),
		getLeaves: (section, signal) => getLeaves(link, section, signal),
		getMembers: (ratingKey, signal) => getMembers(link, ratingKey, signal),
		getBandwidth: (per, since, signal) => getBandwidth(link, per, since, signal),
		getPromotions: (sectionId, signal) => getPromotions(link, sectionId, signal),
		listen: signal => listen(link, signal),
	};
};
