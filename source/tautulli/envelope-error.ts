import type {AppError} from '../domain/app-error.ts';
import type {Answer, Transport} from '../http/contract.ts';
import {serverError} from '../http/status.ts';
import type {Command} from './known-commands.ts';

/** What Tautulli asks Plex for while it answers. Everything else comes from its own database. */
const asksPlex: ReadonlySet<Command> = new Set<Command>([
	'get_activity',
	'get_children_metadata',
	'get_collections_table',
	'get_libraries',
	'get_metadata',
]);

const whereIsTheKey = 'In Tautulli it stands under Settings, Web Interface, API.';

/**
 * What an envelope with `error` in it means. Tautulli sends 400 for refused keys and for wrong questions alike, so cases
 * are told by the message, which comes in here already fit to print.
 */
export const envelopeError = (transport: Transport, command: Command, answer: Answer, message: string): AppError => {
	if (message.startsWith('Invalid apikey')) {
		return serverError(transport, 'unauthorized', 'refused the API key.', {
			hint: `Copy it again to tautulli.api_key. ${whereIsTheKey}`,
		});
	}
	if (message.startsWith('Parameter apikey is required')) {
		return serverError(transport, 'unauthorized', 'did not receive the API key.', {
			hint: 'Is tautulli.api_key set? If it is, a proxy before Tautulli drops the body of requests.',
		});
	}
	if (message.startsWith('API not enabled')) {
		return serverError(transport, 'unauthorized', 'has its API switched off.', {
			hint: 'Switch it on in Tautulli under Settings, Web Interface, API: Enable API.',
		});
	}
	if (message.includes('/api/v2 endpoint')) {
		return serverError(transport, 'not-found', 'does not have its API at that address.', {
			hint: 'tautulli.base_url is the address of its home page, without /api.',
		});
	}
	if (message.startsWith('Unknown command')) {
		return serverError(transport, 'bad-answer', `is too old: it does not know ${command}.`, {hint: 'Update Tautulli.'});
	}
	if (answer.status >= 500 || message.startsWith('Check the logs')) {
		return serverError(transport, 'server-error', `failed at ${command}.`, {
			hint: asksPlex.has(command) ? "Tautulli's log says why; Plex may be away." : "Tautulli's log says why.",
			retryAfterSeconds: answer.retryAfterSeconds,
		});
	}
	const unstopped = /^Failed to terminate session(?:: (.+?))?\.?$/.exec(message);
	if (unstopped) {
		const reason = unstopped[1] ?? 'it does not say why';
		return serverError(transport, 'bad-answer', `did not stop the stream: ${reason}.`, {
			hint: reason.includes('Plex Pass')
				? 'Plex ends streams only for servers with Plex Pass.'
				: "Tautulli's log may say why.",
		});
	}
	const said = message === '' ? '' : `: ${message}`;
	return serverError(transport, 'bad-answer', `refused ${command} (${answer.status})${said}`);
};
