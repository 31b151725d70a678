import * as z from 'zod';
import {readRecording, recordingNames, success} from '../tautulli/recorded.ts';
import type {Fault} from './fault-server.ts';
import {jsonAnswer} from './faults.ts';

const rowShape = z.looseObject({
	row_id: z.number(),
	date: z.number(),
	started: z.number(),
	stopped: z.number(),
	media_type: z.string(),
	live: z.number(),
	group_count: z.literal(1),
});

type Row = z.output<typeof rowShape>;

const page = z.object({
	body: z.object({response: z.object({data: z.object({data: z.array(z.unknown())})})}),
});

/** Every stored row of the small recordings that is one play alone, oldest first. */
const recordedRows = (): readonly Row[] => {
	const rows = new Map<number, Row>();
	for (const name of recordingNames('small').filter(each => each.startsWith('get_history--'))) {
		const found = page.safeParse(readRecording('small', name));
		for (const each of found.success ? found.data.body.response.data.data : []) {
			const row = rowShape.safeParse(each);
			if (row.success) rows.set(row.data.row_id, row.data);
		}
	}
	return [...rows.values()].sort((left, right) => left.date - right.date || left.row_id - right.row_id);
};

/** Rows do not say of which library they are. */
const sectionOf = ({media_type: kind, live}: Row): string =>
	live === 1 ? '4' : kind === 'movie' ? '1' : kind === 'episode' ? '2' : '3';

const dateOf = ({date}: Row): string => new Date(date * 1000).toISOString().slice(0, 10);

/** As many as the recorded tables of users and libraries count, at least. */
const wantedRows = 2004;
const secondsPerDay = 86_400;

/** The recorded rows again and again, each time a day earlier, numbered in the order in which they began. */
const manyRows = (): readonly Row[] => {
	const recorded = recordedRows();
	const times = Math.ceil(wantedRows / recorded.length);
	const earlier = Array.from({length: times}, (_, time) =>
		recorded.map(row => ({
			...row,
			date: row.date - time * secondsPerDay,
			started: row.started - time * secondsPerDay,
			stopped: row.stopped - time * secondsPerDay,
		})),
	);
	return earlier
		.flat()
		.sort((left, right) => left.date - right.date)
		.map((row, place) => ({
			...row,
			row_id: place + 1,
			id: place + 1,
			reference_id: place + 1,
			group_ids: `${place + 1}`,
		}));
};

/** A history that agrees with itself: the windows, libraries and pages that are asked for, out of the recorded rows. */
export const scriptedHistory = (): ((form: URLSearchParams) => Fault) => {
	const all = manyRows();
	return form => {
		const [after, before, section] = ['after', 'before', 'section_id'].map(name => form.get(name));
		const found = all.filter(
			row =>
				(!after || dateOf(row) >= after) &&
				(!before || dateOf(row) <= before) &&
				(!section || sectionOf(row) === section),
		);
		const start = Number(form.get('start') ?? 0);
		const rows = form.get('order_dir') === 'asc' ? found : found.toReversed();
		return jsonAnswer(
			success({
				draw: 1,
				recordsTotal: all.length,
				recordsFiltered: found.length,
				data: rows.slice(start, start + Number(form.get('length') ?? 25)),
			}),
		);
	};
};
