import {editDistance, plain} from './nearest.ts';

/** Signs are counted by their last bits: two that share a place make a name seem nearer, never farther. */
const places = 128;

const placeAt = (word: string, at: number): number => word.charCodeAt(at) % places;

/** These do not count in a comparison of names. */
const ignored = new Set([...' -_'].map(sign => placeAt(sign, 0)));

/** `left` is a place to count in. */
type Signs = {readonly counts: Int16Array; readonly left: Int16Array; readonly length: number};

const signsOf = (word: string): Signs => {
	const counts = new Int16Array(places);
	for (let at = 0; at < word.length; at++) counts[placeAt(word, at)] = (counts[placeAt(word, at)] ?? 0) + 1;
	return {counts, left: new Int16Array(places), length: word.length};
};

/**
 * False for what needs more slips than so many, by the signs that one word has and the other has not: it costs a hundredth of
 * counting them.
 */
const mayBeLike = ({counts, left, length}: Signs, name: string, limit: number): boolean => {
	if (name.length < length - limit) return false;
	left.set(counts);
	let more = 0;
	let signs = 0;
	for (let at = 0; at < name.length && more <= limit; at++) {
		const place = placeAt(name, at);
		if (ignored.has(place)) continue;
		signs += 1;
		const count = left[place] ?? 0;
		if (count === 0) more += 1;
		else left[place] = count - 1;
	}
	return more <= limit && length - signs + more <= limit;
};

/** More of them are of no use to anybody. */
const most = 50;

/**
 * Of very many texts those that hold a name like `text`, the nearest first, one for each such name. Of three signs one may be wrong.
 * What a text is called by, `namesIn` says; all of them are folded.
 */
export const findLike = (
	text: string,
	texts: Iterable<readonly [id: number, text: string]>,
	namesIn: (text: string) => readonly string[],
): readonly number[] => {
	const wanted = plain(text).slice(0, 100);
	if (wanted === '') return [];
	const limit = Math.max(1, Math.floor(wanted.length / 3));
	const signs = signsOf(wanted);
	const seen = new Set<string>();
	const found: Array<{readonly id: number; readonly far: number}> = [];
	for (const [id, each] of texts) {
		for (const name of namesIn(each)) {
			if (!mayBeLike(signs, name, limit) || seen.has(name)) continue;
			seen.add(name);
			const far = editDistance(wanted, plain(name));
			if (far <= limit) found.push({id, far});
		}
	}
	return found
		.sort((one, two) => one.far - two.far)
		.slice(0, most)
		.map(({id}) => id);
};
