/** A secret in every form in which it could be written down: as it is, URL-encoded, base64 at all three offsets, hex. */
const formsOf = (secret: string): string[] => {
	const bytes = Buffer.from(secret);
	// Inside a longer text base64 depends on the position; the groups at the edges mix with neighbours and are left out.
	const base64 = [0, 1, 2].map(offset => {
		const shifted = Buffer.concat([Buffer.alloc(offset), bytes])
			.toString('base64')
			.replace(/=+$/, '');
		return shifted.slice(offset === 0 ? 0 : 4, -4);
	});
	return [
		...new Set([
			secret,
			encodeURIComponent(secret),
			encodeURIComponent(secret).toLowerCase(),
			new URLSearchParams({'': secret}).toString().slice(1),
			...base64,
			...base64.map(text => text.replaceAll('+', '-').replaceAll('/', '_')),
			bytes.toString('hex'),
			bytes.toString('hex').toUpperCase(),
			[...secret].reverse().join(''),
		]),
	];
};

/** Which forms of which secrets a text or file holds. */
export const secretsIn = (content: string | Buffer, secrets: readonly string[]): string[] =>
	secrets.flatMap(formsOf).filter(form => content.includes(form));
