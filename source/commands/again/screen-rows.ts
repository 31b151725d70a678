import {formatClock, formatWhen} from '../../canvas/clock.ts';
import {type Row, spreadRow} from '../../canvas/row.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {AppError} from '../../domain/app-error.ts';
import type {Frame} from '../run/report.ts';

/** What a screen shows. Times in Unix seconds. */
export type Watched = {
	readonly command: string;
	readonly every: number;
	/** The last answer, drawn, and when it came; null: there was none. */
	readonly rows: readonly Row[] | null;
	readonly answeredAt: number | null;
	/** Why there is no newer one; null: it is fresh. */
	readonly trouble: AppError | null;
};

/** With seconds, so one sees that it goes on. */
const clock = ({now, zone}: Frame): string =>
	`${formatClock(now, zone)}:${String(Math.floor(now) % 60).padStart(2, '0')}`;

/** Before anything has come the zone is not known, and so it has no clock. */
const heading = ({every, command, rows, trouble}: Watched, frame: Frame): Row => {
	const time = rows === null && trouble === null ? '' : `${clock(frame)}  `;
	return spreadRow(
		[{text: `every ${every} s: tautop ${command}`, role: 'dim'}],
		[{text: `${time}q leaves`, role: 'dim'}],
		frame.width,
		frame.glyphs.cut,
	);
};

const troubleRows = ({trouble, answeredAt}: Watched, {now, zone, width}: Frame): readonly Row[] => {
	if (trouble === null) return [];
	const old = answeredAt === null ? '' : `As of ${formatWhen(answeredAt, now, zone)}. `;
	return wrapWords(`${old}${trouble.message}`, width).map((text): Row => [{text, role: 'bad'}]);
};

/** A heading, what is wrong, and the last answer, in at most `height` rows. */
export const screenRows = (watched: Watched, frame: Frame, height: number): readonly Row[] => {
	const head = [heading(watched, frame), ...troubleRows(watched, frame)];
	const waiting: readonly Row[] = watched.trouble === null ? [[{text: 'Asking.', role: 'dim'}]] : [];
	const all: readonly Row[] = [...head, [], ...(watched.rows ?? waiting)];
	if (all.length <= height) return all;
	const hidden = all.length - height + 1;
	return [...all.slice(0, Math.max(1, height - 1)), [{text: `${hidden} more ${frame.glyphs.more}`, role: 'dim'}]];
};
