import type {Resolution, Source} from './item.ts';
import {pickEarly, pickOne, type Random} from './random.ts';

const ultra: Resolution = {label: '4k', width: 3840, height: 2160};
const full: Resolution = {label: '1080p', width: 1920, height: 1080};
const half: Resolution = {label: '720p', width: 1280, height: 720};
const standard: Resolution = {label: 'sd', width: 720, height: 480};

/** The pictures that a transcoder makes. */
export const resolutions = {ultra, full, half, standard} as const;

const bitrates = new Map<Resolution, number>([
	[ultra, 28_000],
	[full, 5_800],
	[half, 3_100],
	[standard, 1_500],
]);

/** The file of a movie or episode; `sharp` for a library of 4k films. */
export const videoSource = (random: Random, sharp: boolean): Source => {
	const resolution = sharp ? ultra : pickEarly(random, [full, full, half, full, half, standard], 1.4);
	const bitrate = (bitrates.get(resolution) ?? 2000) * (0.7 + random() * 0.6);
	return {
		resolution,
		videoCodec: sharp
			? 'hevc'
			: pickOne(random, ['h264', 'h264', 'h264', 'h264', 'h264', 'h264', 'hevc', 'hevc', 'hevc', 'av1']),
		audioCodec: sharp
			? 'truehd'
			: pickOne(random, ['eac3', 'eac3', 'ac3', 'ac3', 'ac3', 'aac', 'aac', 'aac', 'aac', 'dca']),
		audioChannels: sharp ? 8 : pickOne(random, [6, 6, 2]),
		container: pickOne(random, ['mkv', 'mkv', 'mkv', 'mp4']),
		bitrateKbps: Math.round(bitrate),
	};
};

/** The file of a track. */
export const audioSource = (random: Random): Source => {
	const codec = pickOne(random, ['flac', 'mp3', 'flac', 'aac']);
	return {
		resolution: null,
		videoCodec: '',
		audioCodec: codec,
		audioChannels: 2,
		container: codec === 'aac' ? 'mp4' : codec,
		bitrateKbps: codec === 'flac' ? 900 : 320,
	};
};
