import type {Activity, Session} from '../../source/domain/session.ts';
import type {StripAnswer} from '../../source/domain/streams/strip.ts';
import {fakeFormat, fakeNow, fakeSession} from '../helpers/fake-sources.ts';
import {fakeStripMinute} from '../helpers/fake-strip.ts';

/** An evening with nine streams, four of them transcodes: each reason, each state, each way to play. */
const minutes = 60_000;

const session = (
	user: string,
	title: string,
	leftMinutes: number,
	percent: number,
	given: Partial<Session>,
): Session => {
	const durationMs = (leftMinutes * minutes) / (1 - percent / 100);
	return fakeSession({
		sessionKey: user,
		ratingKey: user,
		user,
		title,
		fullTitle: title,
		durationMs,
		viewOffsetMs: (durationMs * percent) / 100,
		progressPercent: percent,
		location: 'wan',
		...given,
	});
};

const episode = (show: string, season: number, number: number): Partial<Session> => ({
	mediaType: 'episode',
	grandparentTitle: show,
	seasonNumber: season,
	episodeNumber: number,
	fullTitle: `${show} - Part ${number}`,
});

const transcode = (transcodeSpeed: number, bandwidthKbps: number, given: Partial<Session>): Partial<Session> => ({
	transcodeDecision: 'transcode',
	transcodeSpeed,
	bandwidthKbps,
	videoDecision: 'transcode',
	audioDecision: 'copy',
	...given,
});

const hevc = fakeFormat({videoCodec: 'hevc', resolution: '4k', bitrateKbps: 24_000});

const sessions = [
	session('lena', 'Night Ferry', 48, 55, {
		...transcode(0.72, 4000, {subtitleDecision: 'burn', audioDecision: 'transcode', state: 'buffering'}),
		source: {...hevc, audioCodec: 'eac3', audioChannels: 6, subtitleLanguage: 'Czech'},
		stream: fakeFormat({bitrateKbps: 3800}),
		player: 'Chromecast',
	}),
	session('marta', 'The Lost Expedition', 67, 40, {
		...transcode(1.1, 6200, {qualityProfile: '6 Mbps 720p', transcodeHardware: true}),
		source: {...hevc, resolution: '1080', bitrateKbps: 9800},
		stream: fakeFormat({resolution: '720p', bitrateKbps: 6000}),
		player: 'Roku',
	}),
	session('otto', 'Part 10', 51, 12, {
		...episode('Glass Harbour', 3, 10),
		...transcode(1.3, 6100, {subtitleDecision: 'burn'}),
		player: 'Fire TV',
	}),
	session('vera', 'The Long Winter', 12, 90, {
		...transcode(2, 8000, {qualityProfile: '8 Mbps 1080p'}),
		stream: fakeFormat({bitrateKbps: 8000}),
		player: 'Chrome',
	}),
	session('nina', 'Anatomy of a Storm', 47, 50, {
		transcodeDecision: 'copy',
		videoDecision: 'copy',
		bandwidthKbps: 8100,
		stream: fakeFormat({container: 'mp4'}),
		player: 'iPad',
	}),
	session('jon', 'Part 5', 9, 86, {...episode('Harbour Lights', 2, 5), location: 'lan', player: 'Apple TV'}),
	session('ida', 'Part 2', 36, 35, {...episode('Quiet Rivers', 1, 2), bandwidthKbps: 6500, player: 'iPhone'}),
	session('paul', 'Saltwater', 136, 2, {location: 'lan', bandwidthKbps: 7600, player: 'Shield'}),
	session('workshop', 'Part 1', 40, 10, {
		...episode('Quiet Rivers', 1, 1),
		location: 'lan',
		state: 'paused',
		bandwidthKbps: 3400,
		player: 'Kodi',
	}),
];

const activityOf = (running: readonly Session[]): Activity => {
	const count = (decision: string): number =>
		running.filter(({transcodeDecision}) => transcodeDecision === decision).length;
	return {
		streamCount: running.length,
		directPlayCount: count('direct play'),
		directStreamCount: count('copy'),
		transcodeCount: count('transcode'),
		bandwidthKbps: {total: 61_700, lan: 22_800, wan: 38_900},
		sessions: running,
	};
};

export const evening = activityOf(sessions);

/** Of the same evening three streams, an hour before. */
export const calm = activityOf(
	['marta', 'jon', 'workshop'].flatMap(name => sessions.filter(({user}) => user === name)),
);

export const nobody = activityOf([]);

/** What was seen of the evening: it fills from two streams to eight. */
export const eveningStrip: StripAnswer = {
	from: (Math.floor(fakeNow / 60) - 179) * 60,
	minutes: Array.from({length: 180}, (_, minute) => {
		if (minute < 8) return fakeStripMinute(1);
		if (minute < 39) return fakeStripMinute(2);
		if (minute < 64) return fakeStripMinute(2, 0, 1);
		if (minute < 106) return fakeStripMinute(3, 1, 1);
		return minute < 160 ? fakeStripMinute(3, 1, 2) : fakeStripMinute(4, 1, 3);
	}),
	rates: null,
	record: {count: 7, at: fakeNow - 10 * 86_400 + 2160, before: null},
};
