/** Takes bytes in pieces and gives the signs that are whole; a sign is one code point. */
export type SignReader = (bytes: Uint8Array) => string[];

const firstContinuation = 0x80;
const firstLead = 0xc2;
const lastLead = 0xf4;

/** How many bytes a character outside of ASCII has, by its first one; 0: none begins so. */
const lengthOf = (byte: number): number => {
	if (byte < firstLead || byte > lastLead) return 0;
	if (byte < 0xe0) return 2;
	return byte < 0xf0 ? 3 : 4;
};

const isContinuation = (byte: number): boolean => byte >= firstContinuation && byte < 0xc0;

const isC1 = (code: number): boolean => code >= 0x80 && code < 0xa0;

/** An 8-bit introducer is two signs, as 7-bit terminals send it: CSI is `ESC [`. */
const signsOf = (code: number): string[] =>
	isC1(code) ? ['\u001B', String.fromCharCode(code - 0x40)] : [String.fromCodePoint(code)];

/**
 * A streaming decoder of UTF-8. Node's own turns the raw C1 bytes of an 8-bit terminal into replacement characters, and the
 * rest of their sequences would be keys. Bytes that are neither UTF-8 nor C1 are dropped.
 */
export const createSignReader = (): SignReader => {
	let held: number[] = [];

	/** One character, or none where the bytes are not UTF-8. */
	const whole = (bytes: readonly number[]): string[] => {
		const text = Buffer.from(bytes).toString('utf8');
		return text.startsWith('\uFFFD') ? [] : signsOf(text.codePointAt(0) ?? 0);
	};

	/** Outside of ASCII. */
	const take = (byte: number): string[] => {
		if (held.length > 0 && isContinuation(byte)) {
			held.push(byte);
			if (held.length < lengthOf(held[0] ?? 0)) return [];
			const signs = whole(held);
			held = [];
			return signs;
		}
		held = lengthOf(byte) > 1 ? [byte] : [];
		return isC1(byte) ? signsOf(byte) : [];
	};

	return bytes => {
		const signs: string[] = [];
		// A loop and a short way for ASCII: a paste can have megabytes.
		for (const byte of bytes) {
			if (byte < firstContinuation) {
				if (held.length > 0) held = [];
				signs.push(String.fromCharCode(byte));
			} else signs.push(...take(byte));
		}
		return signs;
	};
};
