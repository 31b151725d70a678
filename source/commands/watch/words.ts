import {formatCount, plural} from '../../canvas/format.ts';
import {glyphsFor} from '../../canvas/glyphs.ts';
import {type AppErrorData, type ServerName, serverTitles} from '../../domain/app-error.ts';
import {type Notice, noticeText} from '../../domain/notices.ts';
import type {RunSummary} from '../../domain/run.ts';
import type {LocalStatus, ServerHealth} from '../../domain/status.ts';
import type {Line} from './journal.ts';

const glyphs = glyphsFor(true);

export const well = (text: string): Line => ({text, isTrouble: false});
export const trouble = (text: string): Line => ({text, isTrouble: true});

export const sentenceOf = ({message, hint}: Pick<AppErrorData, 'message' | 'hint'>): string =>
	[message, hint ?? ''].join(' ').trimEnd();

/** How long something lasted, in whole parts. */
const lasted = (seconds: number): string => {
	const whole = Math.max(0, Math.round(seconds));
	if (whole < 120) return `${whole} s`;
	if (whole < 7200) return `${Math.round(whole / 60)} min`;
	return whole < 172_800 ? `${Math.round(whole / 3600)} h` : `${Math.round(whole / 86_400)} days`;
};

/** A server by its first answer, or by one that differs from the one before; null: there is no news. */
export const serverNews = (
	server: ServerName,
	before: ServerHealth | null,
	now: ServerHealth,
	awaySeconds: number,
): Line | null => {
	if (now.ok) {
		if (before === null)
			return well(`${serverTitles[server]} answers${now.version === null ? '' : `, ${now.version}`}.`);
		return before.ok ? null : well(`${serverTitles[server]} is back, after ${lasted(awaySeconds)}.`);
	}
	if (before !== null && !before.ok && before.error?.code === now.error?.code) return null;
	return trouble(now.error === null ? `${serverTitles[server]} does not answer.` : sentenceOf(now.error));
};

const writingNews = (before: LocalStatus | null, {database}: LocalStatus): readonly Line[] => {
	const [old, found] = [before?.database.unwritten ?? null, database.unwritten ?? null];
	if (found === null) return old === null || database.trouble !== null ? [] : [well('The database is written again.')];
	return old?.message === found.message || database.trouble !== null ? [] : [trouble(sentenceOf(found))];
};

const databaseNews = (before: LocalStatus | null, {database}: LocalStatus): readonly Line[] => {
	const told = new Set(before?.database.warnings);
	const warnings = database.warnings.filter(sentence => !told.has(sentence)).map(trouble);
	const old = before?.database.trouble ?? null;
	if (database.trouble === null) return old === null ? warnings : [well('The database is open again.'), ...warnings];
	return old?.message === database.trouble.message ? warnings : [trouble(sentenceOf(database.trouble)), ...warnings];
};

const historyNews = (before: LocalStatus | null, {history}: LocalStatus): readonly Line[] => {
	if (!history?.complete || before?.history?.complete) return [];
	return [well(`The local copy of the history is complete: ${plural(history.plays, 'play', 'plays', glyphs)}.`)];
};

const scheduleNews = (before: LocalStatus | null, {collector}: LocalStatus, when: (at: number) => string): Line[] => {
	if (before !== null) return [];
	return [
		well(
			collector.next === null
				? 'It collects only when asked: collect.schedule is not set.'
				: `It collects on schedule, next at ${when(collector.next)}.`,
		),
	];
};

/** What is new of the database, the mirror and the schedule. */
export const localNews = (
	before: LocalStatus | null,
	now: LocalStatus,
	when: (at: number) => string,
): readonly Line[] => [
	...databaseNews(before, now),
	...writingNews(before, now),
	...historyNews(before, now),
	...scheduleNews(before, now, when),
];

/** As many as a line holds. */
const mostNamed = 3;

const failures = ({failed}: RunSummary): string => {
	const named = failed.slice(0, mostNamed).map(({collection, reason}) => `${collection}: ${reason}`);
	const others = failed.length > mostNamed ? [`and ${failed.length - mostNamed} more`] : [];
	return [...named, ...others].join('; ');
};

/** How a run ended. */
export const runNews = (summary: RunSummary): Line => {
	const {status, reason, error, collected, totalCollections} = summary;
	if (status === 'skipped') return well(`The run was skipped. ${reason ?? ''}`.trimEnd());
	if (status === 'error') {
		if (reason === 'cancelled') return well('The run was cancelled.');
		return trouble(`The run failed: ${error === null ? (reason ?? 'nothing was stored') : sentenceOf(error)}`);
	}
	const whole = plural(totalCollections, 'collection', 'collections', glyphs);
	const words = `Collected ${formatCount(collected.length, glyphs)} of ${whole}.`;
	return status === 'partial' ? trouble(`${words} ${failures(summary)}`.trimEnd()) : well(words);
};

/** What a rule of the configuration tells. */
export const noticeNews = (notice: Notice): Line => {
	const text = `Notice: ${noticeText(notice)}.`;
	return notice.back || notice.kind === 'record' ? well(text) : trouble(text);
};
