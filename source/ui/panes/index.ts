import type {Pane} from '../components/pane.ts';
import {collections} from './collections/index.ts';
import {hours} from './hours/index.ts';
import {nowPlaying} from './now-playing/index.ts';
import {peaks} from './peaks/index.ts';
import {status} from './status/index.ts';
import {streamTypes} from './stream-types/index.ts';

/** Every pane, in the order of Tab. A new one is a folder here and a line in this list. */
export const panes = {
	'now-playing': nowPlaying,
	hours,
	'stream-types': streamTypes,
	peaks,
	collections,
	status,
} as const;

export type PaneId = keyof typeof panes;

/** What each pane holds. */
export type PaneData = {
	readonly [Id in PaneId]: (typeof panes)[Id] extends Pane<infer Data> ? Data : never;
};

const isPaneId = (name: string): name is PaneId => Object.hasOwn(panes, name);

/** The names of the panes, in the order of Tab. */
export const paneIds: readonly PaneId[] = Object.keys(panes).filter(isPaneId);

/** The pane of an id, with the type of its data. */
export const paneOf = <Id extends PaneId>(id: Id): Pane<PaneData[Id]> => {
	const all: {readonly [Each in PaneId]: Pane<PaneData[Each]>} = panes;
	return all[id];
};
