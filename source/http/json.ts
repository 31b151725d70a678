import {type AppError, serverTitles} from '../domain/app-error.ts';
import type {Answer, Transport} from './contract.ts';
import './shape-words.ts';
import {serverError} from './status.ts';

const htmlTitle = /<title[^>]*>([^<]*)<\/title>/i;

/** True for HTML and XML, whatever the content type says. */
const isMarkup = ({text}: Answer): boolean => text.trimStart().startsWith('<');

/** What to say of HTML or XML that came where JSON was due. */
const markupError = (transport: Transport, answer: Answer): AppError => {
	if (answer.contentType.includes('xml') || answer.text.trimStart().startsWith('<?xml')) {
		return serverError(transport, 'bad-answer', 'answered in XML where JSON was asked for.', {
			hint: 'A proxy may drop the Accept header.',
		});
	}
	const title = transport.quote(htmlTitle.exec(answer.text.slice(0, 20_000))?.[1] ?? '');
	const named = title === '' ? '' : ` ("${title}")`;
	return serverError(transport, 'bad-answer', `answered with a web page${named} instead of data.`, {
		hint: `${transport.server}.base_url may point to something else, or to the login page of a proxy.`,
	});
};

/** Of an answer that nothing can be made of, and of none. */
const uselessError = (transport: Transport, words: string): AppError =>
	serverError(transport, 'bad-answer', words, {
		hint: `Does ${transport.server}.base_url lead to ${serverTitles[transport.server]} itself? A proxy may answer in its place.`,
	});

/** Reads an answer as JSON, or says with `bad-answer` why not. What JSON.parse says is left out: it repeats the text. */
export const parseJson = (
	transport: Transport,
	answer: Answer,
): {readonly data: unknown} | {readonly error: AppError} => {
	if (answer.text.trim() === '') return {error: uselessError(transport, 'sent an empty answer.')};
	if (isMarkup(answer)) return {error: markupError(transport, answer)};
	try {
		return {data: JSON.parse(answer.text)};
	} catch {
		return {error: uselessError(transport, 'sent an answer that is not JSON.')};
	}
};

/** One thing that a schema found wrong. */
export type ShapeIssue = {readonly path: readonly PropertyKey[]; readonly message: string};

/** What to say of JSON that is not of the expected shape: names the first wrong field, never its value. */
export const shapeError = (transport: Transport, what: string, issues: readonly ShapeIssue[]): AppError => {
	const [first] = issues;
	const place = first && first.path.length > 0 ? ` at ${first.path.map(String).join('.')}` : '';
	const words = `sent an answer to ${what} that cannot be right${place}: ${first?.message ?? 'unknown shape'}.`;
	return serverError(transport, 'bad-answer', words, {hint: 'Its version may be too old or too new for tautop.'});
};
