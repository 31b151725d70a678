import * as z from 'zod';
import {readRecording} from '../tautulli/recorded.ts';

const activity = z.looseObject({sessions: z.array(z.looseObject({}))});
const wire = z.object({response: z.object({data: activity})});

/** Fields whose words decide what is drawn: a text there makes another picture, not a harder one. */
const decisive = new Set(['media_type', 'state', 'transcode_decision', 'location']);

const isText = (name: string, value: unknown): boolean =>
	typeof value === 'string' && !decisive.has(name) && !/^-?[\d.]+$/.test(value) && !/_key$|_id$|^id$/.test(name);

/** The recorded answer of get_activity with one session a text, which stands in every text field of it. */
export const activityWith = (texts: readonly string[]): unknown => {
	const recording = wire.parse(readRecording('small', 'get_activity').body).response.data;
	const sessions = texts.map((text, index) => {
		const session = recording.sessions[index % recording.sessions.length] ?? {};
		const fields = Object.entries(session).map(([name, value]) => [name, isText(name, value) ? text : value]);
		return {...Object.fromEntries(fields), session_key: String(index + 1), title: text, full_title: text, user: text};
	});
	return {...recording, stream_count: String(texts.length), sessions};
};
