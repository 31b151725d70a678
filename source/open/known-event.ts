import type {StoredEvent} from '../domain/events.ts';
import type {Events} from '../store/events.ts';
import type {HeldStore} from './hold-store.ts';
import type {Log} from './log.ts';

/** A stream that buffers, plays and buffers again is one story, told once in this many seconds, by whichever engine. */
const storySeconds = 600;

const fewLast = 20;

const isToldStory = ({at, kind, text}: StoredEvent, latest: Events['latest']): boolean =>
	(kind === 'buffering' || kind === 'slow-transcode') &&
	latest(fewLast, kind).some(other => other.text === text && at - other.at < storySeconds);

/** True where the last that was noted of a server is that it is away. */
const isAwayAlready = ({kind}: StoredEvent, latest: Events['latest']): boolean => {
	if (kind !== 'plex-lost' && kind !== 'tautulli-lost') return false;
	const [lost] = latest(1, kind);
	const [back] = latest(1, kind === 'plex-lost' ? 'plex-back' : 'tautulli-back');
	return lost !== undefined && (back === undefined || back.at < lost.at);
};

/** True for what an engine before this one has noted already: a takeover is no news. */
export const isKnownEvent = (event: StoredEvent, latest: Events['latest']): boolean =>
	isToldStory(event, latest) || isAwayAlready(event, latest);

/** Notes an event that is news. What is not noted is no reason to fail an answer. */
export const saveEvent = (
	{current}: Pick<HeldStore, 'current'>,
	{failed}: Pick<Log, 'failed'>,
	event: StoredEvent,
): void => {
	try {
		const events = current()?.events;
		if (events && !isKnownEvent(event, events.latest)) events.saveEvent(event);
	} catch (error) {
		failed('an event was not noted', error);
	}
};
