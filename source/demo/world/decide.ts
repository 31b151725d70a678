import type {Item} from './item.ts';
import type {Player} from './people.ts';
import type {Plan} from './plan.ts';
import {hashOf} from './random.ts';

/** What stands between a file and a player. */
export type Needs = {
	readonly limit: boolean;
	readonly burns: boolean;
	readonly codec: boolean;
	readonly sound: boolean;
	readonly container: boolean;
};

/** What this player cannot show of this file by itself. */
export const needsOf = (player: Player, {source, key}: Item): Needs => {
	if (source === null) return {limit: false, burns: false, codec: false, sound: false, container: false};
	const isVideo = source.resolution !== null;
	return {
		limit: isVideo && player.limitKbps !== null && source.bitrateKbps > player.limitKbps,
		burns: isVideo && hashOf('burns', player.machineId, key) / 4_294_967_296 < player.burns,
		codec: isVideo && !player.videoCodecs.includes(source.videoCodec),
		sound: !player.audioCodecs.includes(source.audioCodec),
		container: isVideo && !player.containers.includes(source.container),
	};
};

/** How a server gets it there. */
export const decisionOf = ({limit, burns, codec, sound, container}: Needs): Plan['decision'] => {
	if (limit || burns || codec || sound) return 'transcode';
	return container ? 'copy' : 'direct play';
};
