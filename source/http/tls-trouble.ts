import type {Address} from './address.ts';
import {type Trouble, troubleWith} from './trouble.ts';

const unknownIssuer = [
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];

const mostNames = 3;

/** The names that a certificate is for, as far as the error tells them; a few, and nothing but letters of names. */
const namesIn = (error: unknown): readonly string[] => {
	if (!(error instanceof Error && 'cert' in error)) return [];
	const {cert} = error;
	if (typeof cert !== 'object' || cert === null || !('subjectaltname' in cert)) return [];
	const found = String(cert.subjectaltname).matchAll(/DNS:([\w.*-]{1,100})(?=,|$)/g);
	return [...found].map(([, name = '']) => name).slice(0, mostNames);
};

/** The name under plex.direct that leads to an address of a local network: its numbers stand in front. */
const directName = ({hostname, origin}: Address, wildcard: string): string | null => {
	const {port} = new URL(origin);
	return /^[\d.]+$/.test(hostname)
		? `https://${hostname.replaceAll('.', '-')}${wildcard.slice(1)}${port === '' ? '' : `:${port}`}`
		: null;
};

const otherName = (address: Address, names: readonly string[]): string => {
	const wildcard = names.find(name => /^\*\.[\da-f]+\.plex\.direct$/.test(name));
	const direct = wildcard === undefined ? null : directName(address, wildcard);
	if (address.server === 'plex') {
		const use = direct ?? `a name that ends with ${wildcard?.slice(1) ?? '.plex.direct'}`;
		return `Plex's own certificate is for ${wildcard ?? '*.plex.direct'}: use ${use}, plain http:// on the local network, or plex.verify_tls: false.`;
	}
	const named = names.length === 0 ? '' : ` (${names.join(', ')})`;
	return `Use the name that the certificate is for${named}, or tautulli.verify_tls: false.`;
};

/** The trouble behind an error code of TLS; null for codes that are not of TLS. None of them gets better by trying again. */
export const tlsTrouble = (address: Address, code: string, error: unknown): Trouble | null => {
	const {server} = address;
	if (unknownIssuer.includes(code)) {
		return troubleWith(address, 'unreachable', 'shows a certificate that no known authority has signed.', {
			hint: `Name the certificate's file in ${server}.ca_file, or, if you trust the network, set ${server}.verify_tls: false.`,
		});
	}
	if (code === 'CERT_HAS_EXPIRED') {
		return troubleWith(address, 'unreachable', 'shows a certificate that has expired.', {
			hint: `Renew it; until then, ${server}.verify_tls: false skips the check.`,
		});
	}
	if (code === 'CERT_NOT_YET_VALID') {
		return troubleWith(address, 'unreachable', 'shows a certificate that is not valid yet.', {
			hint: 'Compare the clocks of both machines.',
		});
	}
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
		return troubleWith(address, 'unreachable', 'shows a certificate for another name.', {
			hint: otherName(address, namesIn(error)),
		});
	}
	if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
		return troubleWith(address, 'unreachable', 'does not answer with https.', {
			hint: `Try http:// in ${server}.base_url.`,
		});
	}
	if (/^(?:CERT_|CRL_|ERR_TLS_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_)/.test(code)) {
		return troubleWith(address, 'unreachable', `shows a certificate that cannot be trusted (${code}).`, {
			hint: `If you trust the network, set ${server}.verify_tls: false.`,
		});
	}
	return null;
};
