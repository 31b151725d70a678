import type {Metric} from './family.ts';
import {own} from './own.ts';
import type {Topic} from './topic.ts';
import {servers} from './topics/servers.ts';
import {streams} from './topics/streams.ts';

/** Everything that is told, in the order of the text. A new topic is a file in `topics/` and a line here. */
export const topics: readonly Topic[] = [servers, streams];

/** Every metric that there can be. */
export const metrics: readonly Metric[] = [...Object.values(own), ...topics.flatMap(each => each.metrics)];
