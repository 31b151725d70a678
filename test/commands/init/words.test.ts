import {expect, test} from 'vitest';
import {reasonOf} from '../../../source/commands/init/words.ts';
import {AppError} from '../../../source/domain/app-error.ts';
import {knock} from '../../../source/open/init/contact.ts';
import {startLoopback} from '../../helpers/loopback.ts';

const sentenceOf = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => '',
		(error: unknown) => (error instanceof AppError ? reasonOf(error) : String(error)),
	);

test('no remedy names a key of a file that is not there yet', async () => {
	const error = new AppError('timeout', 'Tautulli at localhost:8181 did not answer within 10 s.', {
		hint: 'If it is only slow, raise tautulli.timeout_seconds.',
	});
	expect(reasonOf(error)).toBe(`${error.message} If it is only busy, try again in a moment.`);
});

test.each(['', 'yes'])('an answer that is %j has a remedy', async body => {
	const {url: baseUrl} = await startLoopback((_, response) => void response.end(body));
	const contact = {baseUrl, verifyTls: true, headers: {}};
	expect(await sentenceOf(knock('tautulli', contact))).toContain(' Does the address lead to Tautulli itself?');
	expect(await sentenceOf(knock('plex', contact))).toContain(' Does the address lead to Plex itself?');
});
