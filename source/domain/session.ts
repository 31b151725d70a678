import type {TranscodeDecision} from './media.ts';

/** One stream that is being watched now (people read "stream"). Ids are strings, `''` where the server sent none. */
export type Session = {
	readonly sessionKey: string;
	readonly sessionId: string;
	readonly userId: number | null;
	/** The friendly name that Tautulli shows. */
	readonly user: string;
	readonly ratingKey: string;
	readonly parentRatingKey: string;
	readonly grandparentRatingKey: string;
	readonly sectionId: string;
	readonly libraryName: string;
	/** movie, episode, track, clip, photo. */
	readonly mediaType: string;
	readonly live: boolean;
	readonly title: string;
	readonly grandparentTitle: string;
	readonly fullTitle: string;
	readonly seasonNumber: number | null;
	readonly episodeNumber: number | null;
	readonly year: number | null;
	/** playing, paused, buffering; whatever else a player says is kept. */
	readonly state: string;
	readonly progressPercent: number | null;
	readonly viewOffsetMs: number | null;
	readonly durationMs: number | null;
	readonly transcodeDecision: TranscodeDecision;
	/** Times real time; null when nothing is transcoded. */
	readonly transcodeSpeed: number | null;
	readonly transcodeThrottled: boolean;
	readonly transcodeHardware: boolean;
	readonly bandwidthKbps: number | null;
	/** lan, wan, or `''`. */
	readonly location: string;
	/** True: it goes over Plex's relay. */
	readonly relayed: boolean;
	/** What Plex calls the player; '' where it says nothing. */
	readonly machineId: string;
	readonly player: string;
	readonly product: string;
	readonly platform: string;
	/** Original, or the limit that the viewer or the server chose: "4 Mbps 720p". */
	readonly qualityProfile: string;
	readonly source: StreamFormat;
	readonly stream: StreamFormat;
	/** direct play, copy, transcode, burn, or `''`. */
	readonly videoDecision: string;
	readonly audioDecision: string;
	readonly subtitleDecision: string;
};

/** A stream that was ended. */
export type StoppedStream = {readonly user: string; readonly title: string};

/** What tells a session from the others: its key, or its id where a server sends no key. */
export const identityOf = ({sessionKey, sessionId}: Session): string => sessionKey || sessionId;

/** How fast a transcode goes, where that says something: one that rests, since its buffer is full, has no speed. */
export const speedOf = ({
	transcodeDecision,
	transcodeSpeed,
	transcodeThrottled,
}: Pick<Session, 'transcodeDecision' | 'transcodeSpeed' | 'transcodeThrottled'>): number | null =>
	transcodeDecision !== 'transcode' || transcodeThrottled || transcodeSpeed === null || transcodeSpeed <= 0
		? null
		: transcodeSpeed;

/** Video and audio of one side of a stream: the file, or what is sent. */
export type StreamFormat = {
	readonly videoCodec: string;
	/** As Tautulli words it: 1080p, 4k, sd. */
	readonly resolution: string;
	readonly bitrateKbps: number | null;
	/** mkv, mp4. */
	readonly container: string;
	readonly audioCodec: string;
	/** 6 is what people call 5.1. */
	readonly audioChannels: number | null;
	/** Of the subtitles that are shown; `''` where none are. */
	readonly subtitleCodec: string;
	readonly subtitleLanguage: string;
};

/** Who is watching, as Tautulli and Plex both answered it. An unreachable Plex never yields an Activity (it is an AppError). */
export type Activity = {
	/** At least as many as there are sessions: more where some could not be read. */
	readonly streamCount: number;
	readonly directPlayCount: number;
	readonly directStreamCount: number;
	readonly transcodeCount: number;
	/** Null: Tautulli sent no number. */
	readonly bandwidthKbps: {readonly total: number | null; readonly lan: number | null; readonly wan: number | null};
	readonly sessions: readonly Session[];
};
