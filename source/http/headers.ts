import {AppError} from '../domain/app-error.ts';
import type {Address} from './address.ts';
import type {TransportOptions} from './contract.ts';

const fitForHeader = /^[\t\x20-\x7E]*$/;
const fitForName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Headers sent with every request. Throws `config`, without the value, where one cannot be sent. */
export const ownHeaders = (options: TransportOptions, address: Address): Record<string, string> => {
	const headers = new Map([
		['accept', 'application/json'],
		['user-agent', 'tautop'],
	]);
	if (address.authorization !== null) headers.set('authorization', address.authorization);
	for (const [name, value] of Object.entries(options.headers ?? {})) {
		if (!fitForName.test(name) || !fitForHeader.test(value)) {
			const what = /^x-plex-token$/i.test(name) ? 'The token' : 'A header';
			throw new AppError('config', `${what} for ${address.where} holds characters that cannot be sent.`, {
				server: address.server,
				hint: 'A line break, a blank or a quotation mark may have come along when it was copied.',
			});
		}
		headers.set(name.toLowerCase(), value);
	}
	return Object.fromEntries(headers);
};
