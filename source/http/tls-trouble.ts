import type {Address} from './address.ts';
import {type Trouble, troubleWith} from './trouble.ts';

const unknownIssuer = [
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];

const otherName = (address: Address): string =>
	address.server === 'plex'
		? "Plex's own certificate is for *.plex.direct: use that name, plain http:// on the local network, or plex.verify_tls: false."
		: 'Use the name that the certificate is for, or tautulli.verify_tls: false.';

/** The trouble behind an error code of TLS; null for codes that are not of TLS. None of them gets better by trying again. */
export const tlsTrouble = (address: Address, code: string): Trouble | null => {
	const {server} = address;
	if (unknownIssuer.includes(code)) {
		return troubleWith(address, 'unreachable', 'shows a certificate that nobody known has signed.', {
			hint: `Name the certificate's file in ${server}.ca_file, or, if you trust the network, set ${server}.verify_tls: false.`,
		});
	}
	if (code === 'CERT_HAS_EXPIRED') {
		return troubleWith(address, 'unreachable', 'shows a certificate that has expired.', {
			hint: `Renew it; until then, ${server}.verify_tls: false goes without the check.`,
		});
	}
	if (code === 'CERT_NOT_YET_VALID') {
		return troubleWith(address, 'unreachable', 'shows a certificate that is not valid yet.', {
			hint: 'Compare the clocks of both machines.',
		});
	}
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
		return troubleWith(address, 'unreachable', 'shows a certificate for another name.', {hint: otherName(address)});
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
