import type {Address} from './address.ts';
import {type Trouble, troubleWith} from './trouble.ts';

const loginWords = /log-?in|sign-?in|auth|sso|outpost|oauth|saml/i;

const pathHint = (address: Address): string =>
	`${address.server}.base_url is probably wrong: it is the address that shows the server's page in a browser, with its path.`;

const loginHint = (address: Address): string =>
	`That looks like the login page of a reverse proxy. Let it pass tautop, give what it asks for in ${address.server}.headers, or use the server's own address.`;

/**
 * Redirects are never followed: the key or token would go to an address that nobody configured. Says what the redirect
 * probably means. `quote` makes the server's text fit to print.
 */
export const redirectTrouble = (
	address: Address,
	status: number,
	location: string,
	quote: (text: string) => string,
): Trouble => {
	const target = URL.parse(location, `${address.origin}${address.prefix}/`);
	if (!target)
		return troubleWith(address, 'bad-answer', `answers with a redirect (${status}).`, {hint: pathHint(address)});
	if (target.origin !== address.origin) {
		const isUpgrade = address.isPlainHttp && target.protocol === 'https:' && target.hostname === address.hostname;
		return troubleWith(address, 'bad-answer', `redirects to ${quote(target.origin)}, which tautop does not follow.`, {
			hint: isUpgrade ? `Put https:// in ${address.server}.base_url.` : loginHint(address),
		});
	}
	return troubleWith(address, 'bad-answer', `redirects to ${quote(target.pathname)}, which tautop does not follow.`, {
		hint: loginWords.test(target.pathname) ? loginHint(address) : pathHint(address),
	});
};
