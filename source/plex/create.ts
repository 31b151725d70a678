import type {Transport} from '../http/contract.ts';
import type {PlexClient} from './client.ts';
import {getCollections} from './collections.ts';
import {getLeaves} from './leaves.ts';
import {getMembers} from './members.ts';
import {ping} from './ping.ts';
import {getPromotions} from './promotions.ts';
import {getSections} from './sections.ts';

/** Binds every question to one server. The transport carries the token: see `plexHeaders`. */
export const createPlex = ({transport}: {readonly transport: Transport}): PlexClient => ({
	ping: signal => ping(transport, signal),
	getSections: signal => getSections(transport, signal),
	getCollections: (section, signal) => getCollections(transport, section, signal),
	getLeaves: (section, signal) => getLeaves(transport, section, signal),
	getMembers: (ratingKey, signal) => getMembers(transport, ratingKey, signal),
	getPromotions: (sectionId, signal) => getPromotions(transport, sectionId, signal),
});
