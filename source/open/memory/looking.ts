import type {Clock} from '../../domain/clock.ts';
import type {Log} from '../log.ts';
import {keepLooking} from './keep-looking.ts';
import {createLooker, type Looker, type LookerDeps, lookByItself} from './looker.ts';

export type LookingDeps = LookerDeps & {
	readonly clock: Pick<Clock, 'now' | 'milliseconds'>;
	/** False: another process looks for all. */
	readonly isKeeper: () => boolean;
	/** True: it looks now, and again and again. */
	readonly goesOn: boolean;
	readonly log: Pick<Log, 'failed'>;
};

/** Looks when it is told to, and by itself where it goes on and there is a Plex to look at. */
export const startLooking = (deps: LookingDeps): Pick<Looker, 'look'> & {readonly stop: () => void} => {
	const {clock, clients, isKeeper, goesOn, log} = deps;
	const looker = createLooker(deps);
	const look = async (): Promise<boolean> => !isKeeper() || (await lookByItself(looker, log));
	const stop = goesOn && clients.plex ? keepLooking({clock, look, lastLook: looker.lastLook}) : () => undefined;
	return {look: looker.look, stop};
};
