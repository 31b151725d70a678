import type {Keeping} from '../../open/keeping.ts';
import {beatEveryMs} from '../beat.ts';
import type {Entry} from './enter.ts';

/** An engine's standing among those of one database. */
export type KeptPlace = Keeping & {
	/** The place is free for another one. */
	readonly leave: () => void;
};

/** What an engine may be: the others are no engines. */
export type Standing = Exclude<Entry, {state: 'joined'}>;

const sentences = {
	build: 'Another version of tautop has this database open: this one asks the servers itself, and stores nothing.',
	configuration:
		'A tautop with another configuration has this database open: this one asks the servers itself, and stores nothing.',
} as const;

const isSettled = (standing: Standing): boolean => standing.state === 'held' && standing.place.isOurs();

/**
 * Looks again and again whether the place is still ours, and while it is not, whether it can be had now.
 * `superseded`: another engine would answer our screens too, so this one is not needed.
 */
export const keepPlace = (first: Standing, again: () => Promise<Entry>, superseded: () => void): KeptPlace => {
	let standing = first;
	let isLooking = false;
	let hasLeft = false;

	const leave = (): void => {
		hasLeft = true;
		clearInterval(timer);
		if (standing.state === 'held') standing.place.leave();
	};

	const enterAgain = async (): Promise<void> => {
		const entry = await again();
		if (hasLeft) {
			if (entry.state === 'held') entry.place.leave();
			if (entry.state === 'joined') entry.socket.destroy();
			return;
		}
		if (standing.state === 'held') standing.place.leave();
		if (entry.state !== 'joined') {
			standing = entry;
			return;
		}
		entry.socket.destroy();
		superseded();
	};

	const timer = setInterval(() => {
		if (isLooking || isSettled(standing)) return;
		isLooking = true;
		enterAgain().finally(() => {
			isLooking = false;
		});
	}, beatEveryMs);

	return {
		isKeeper: () => standing.state === 'alone' || isSettled(standing),
		apart: () => (standing.state === 'apart' ? sentences[standing.why] : null),
		leave,
	};
};
