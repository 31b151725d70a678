import type {Role} from './row.ts';

/** The colour of a way to play, by any name that it goes by: "copy", "direct stream", "Transcode". Direct play and unknown ways are plain. */
export const roleOfWay = (way: string): Role => {
	const name = way.toLowerCase();
	if (name === 'transcode') return 'transcode';
	return name === 'copy' || name.startsWith('direct stream') ? 'copy' : 'plain';
};
