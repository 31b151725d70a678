import type {NewServer} from '../../config/new-file.ts';
import {secretText} from '../../config/values.ts';
import {hideSecrets} from '../../domain/text/secrets.ts';

/** Keeps what was typed out of every text from then on. */
export type Secrets = {
	/** While something is tried with it. */
	readonly trying: (secret: string) => void;
	/** It was taken: it stays hidden. */
	readonly keep: (server: Pick<NewServer, 'secret' | 'headers'>) => void;
};

export const createSecrets = (): Secrets => {
	let kept: readonly string[] = [];
	return {
		trying: secret => hideSecrets([...kept, secret]),
		keep: ({secret, headers}) => {
			kept = [...kept, secret, ...Object.values(headers)];
			hideSecrets(kept);
		},
	};
};

/** A key of Tautulli, or a token of Plex. */
const secretLike = /^(?:[\da-fA-F]{32}|(?=.*\d)(?=.*[A-Z])[\w-]{20})$/;

/** True for what was meant for the question about the secret. */
export const isSecretLike = (answer: string): boolean => secretLike.test(answer);

/** Why this is no key or token, without repeating it; null: it may be one. */
export const secretTrouble = (answer: string): string | null => {
	if (/^https?:/i.test(answer)) return 'That is an address.';
	return secretText.test(answer)
		? null
		: 'It has blanks or characters that no key has. Copy it again, and nothing else.';
};
