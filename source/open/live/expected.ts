import type {Activity} from '../../domain/session.ts';
import {identityOf} from '../../domain/session.ts';
import type {Playing} from '../../plex/notifications.ts';

/** What Plex has told of its streams that Tautulli does not show yet. */
export type Expected = {
	/** True where a message is news: repeated ones say what is known already. */
	readonly told: (playing: Playing) => boolean;
	readonly answered: (activity: Activity) => void;
	/** True while something told is not in the last answer. */
	readonly isOpen: () => boolean;
	/** What is open will not come; told again, it is no news. */
	readonly giveUp: () => void;
	/** True while something was given up, and may come yet. */
	readonly isDoubted: () => boolean;
};

/** More streams at once would be a server that makes them up. */
const most = 200;

const ends = 'stopped';

const put = (map: Map<string, string>, {sessionKey, state}: Playing): void => {
	const [oldest] = map.keys();
	if (map.size >= most && oldest !== undefined) map.delete(oldest);
	map.set(sessionKey, state);
};

export const createExpected = (): Expected => {
	let shown: ReadonlyMap<string, string> | null = null;
	const open = new Map<string, string>();
	const doubted = new Map<string, string>();

	const agrees = (sessionKey: string, state: string): boolean =>
		shown !== null && (state === ends ? !shown.has(sessionKey) : shown.get(sessionKey) === state);

	return {
		told: playing => {
			const {sessionKey, state} = playing;
			if (agrees(sessionKey, state)) {
				open.delete(sessionKey);
				doubted.delete(sessionKey);
				return false;
			}
			if (open.get(sessionKey) === state || doubted.get(sessionKey) === state) return false;
			doubted.delete(sessionKey);
			put(open, playing);
			return true;
		},
		answered: ({sessions}) => {
			shown = new Map(sessions.map(session => [identityOf(session), session.state]));
			for (const known of [open, doubted]) {
				for (const [key, state] of known) if (agrees(key, state)) known.delete(key);
			}
		},
		isOpen: () => open.size > 0,
		giveUp: () => {
			for (const [sessionKey, state] of open) put(doubted, {sessionKey, state});
			open.clear();
		},
		isDoubted: () => doubted.size > 0,
	};
};
