import type {Topic} from './topic.ts';
import {collections} from './topics/collections.ts';
import {lift} from './topics/lift.ts';
import {local} from './topics/local.ts';
import {plays} from './topics/plays.ts';
import {promotion} from './topics/promotion.ts';
import {runs} from './topics/runs.ts';
import {servers} from './topics/servers.ts';
import {streams} from './topics/streams.ts';
import {userStreams} from './topics/user-streams.ts';
import {users} from './topics/users.ts';

/** Everything that is told, in the order of the text. A new topic is a file in `topics/` and a line here. */
export const topics: readonly Topic[] = [
	servers,
	streams,
	plays,
	userStreams,
	users,
	collections,
	promotion,
	lift,
	local,
	runs,
];
