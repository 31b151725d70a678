import type {StripAnswer, StripMinute} from '../../source/domain/streams/strip.ts';

/** A minute with so many direct plays, direct streams and transcodes. */
export const fakeStripMinute = (direct: number, copied = 0, transcoded = 0): StripMinute => ({
	streams: direct + copied + transcoded,
	direct,
	copied,
	transcoded,
	isSeen: true,
});

/** An evening that fills, of which the first minutes are not known: five at once at most, half an hour ago. */
export const fakeStrip = (now: number): StripAnswer => {
	const last = Math.floor(now / 60);
	const minuteAt = (ago: number): StripMinute | null => {
		if (ago > 170) return null;
		if (ago > 100) return fakeStripMinute(1);
		if (ago > 60) return fakeStripMinute(2, 0, 1);
		return ago > 20 ? fakeStripMinute(2, 1, 2) : fakeStripMinute(1, 1, 1);
	};
	return {
		from: (last - 179) * 60,
		minutes: Array.from({length: 180}, (_, index) => minuteAt(179 - index)),
		rates: {kbps: 21_400, lanKbps: 15_200, wanKbps: 6200},
		record: {count: 7, at: now - 10 * 86_400, before: null},
	};
};
