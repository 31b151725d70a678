import {formatDecimal} from '../../canvas/format.ts';
import {formatSpan} from '../../domain/duration.ts';
import type {NoticeRule} from '../../domain/notices.ts';
import type {Held} from './conditions.ts';

const rate = (value: number | string | undefined): string => formatDecimal(Number(value));

/** " for 5 min", '' where it was not waited for. */
const lasting = ({forSeconds}: NoticeRule): string => (forSeconds === 0 ? '' : ` for ${formatSpan(forSeconds)}`);

const reasonOf = (reason: string): string => (reason === '' ? '' : `: ${reason.replace(/\.$/, '')}`);

/** "1 stream", "2 streams". */
const counted = (count: number | string | null | undefined, kind: 'streams' | 'transcodes'): string =>
	`${count} ${Number(count) === 1 ? kind.slice(0, -1) : kind}`;

/** That it goes on. */
export const begunText = (rule: NoticeRule, {who, detail, values}: Omit<Held, 'subject'>): string => {
	switch (rule.when) {
		case 'streams':
		case 'transcodes':
			return `${counted(values[rule.when], rule.when)} at once, more than ${rule.above}${lasting(rule)}`;
		case 'wan':
			return `${rate(values.mbps)} Mb/s go out, more than ${rule.above}${lasting(rule)}`;
		case 'buffering':
			return `${who || 'somebody'} buffers${lasting(rule)}${detail === '' ? '' : `: ${detail}`}`;
		case 'lost':
			return `${detail} is away${lasting(rule)}`;
		case 'run-failed':
			return `the run failed${reasonOf(detail)}`;
		case 'record':
			return detail;
	}
};

/** That it is over, after so many seconds. */
export const backText = (rule: NoticeRule, {who, detail}: Omit<Held, 'subject'>, seconds: number): string => {
	const after = `, after ${formatSpan(seconds)}`;
	switch (rule.when) {
		case 'streams':
		case 'transcodes':
			return `no more than ${counted(rule.above, rule.when)} again${after}`;
		case 'wan':
			return `no more than ${rule.above} Mb/s go out again${after}`;
		case 'buffering':
			return `${who || 'somebody'} buffers no more${after}`;
		case 'lost':
			return `${detail} is back${after}`;
		case 'run-failed':
			return 'a run went well again';
		case 'record':
			return detail;
	}
};
