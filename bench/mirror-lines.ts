import type {Collecting} from './collecting.ts';
import type {Fill} from './fill.ts';
import type {KeyTimes} from './keys.ts';
import type {LiftTimes} from './lift-answer.ts';
import type {Line} from './line.ts';
import type {MirrorAnswers} from './mirror-answers.ts';
import type {Requests} from './requests.ts';

const goals = {
	timesFaster: 50,
	historyRequests: 1,
	requestsPerMinute: 14,
	ownSharePercent: 25,
	/** From key to frame on 200,000 plays, and on a million. */
	viewMs: 100,
	viewMillionMs: 300,
	liftMs: 300,
	fillMegabytes: 300,
	/** Of a home of about 200,000 plays, all processes, after the fill. */
	homeMegabytes: 150,
	/** A key during a fill may take so many times as long as at rest; the clock of a busy machine is not finer. */
	keyTimes: 1.5,
	memoryTimes: 1.25,
};

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** Ways to count the same collections on the same servers. */
export const collectingLines = (measured: Collecting): Line[] => {
	const {collections, members, sampledMembers, warmMs, byMemberMs, byCollectionMs} = measured;
	const faster = byMemberMs / warmMs;
	const {fillSeconds, serverSeconds, restSeconds} = measured;
	const ownSharePercent = (1 - (serverSeconds + restSeconds) / fillSeconds) * 100;
	return [
		{what: `one request a member (${sampledMembers} of ${members}, scaled)`, value: milliseconds(byMemberMs)},
		{what: `one request a collection (${collections})`, value: milliseconds(byCollectionMs)},
		{
			what: 'a warm run',
			value: `${milliseconds(warmMs)}, ${faster.toFixed(0)} x faster`,
			goal: `${goals.timesFaster} x faster`,
			isMet: faster >= goals.timesFaster,
		},
		{what: 'a warm run to one request a collection', value: `${(byCollectionMs / warmMs).toFixed(1)} x faster`},
		{
			what: 'history requests of a warm run',
			value: String(measured.warmHistoryRequests),
			goal: `at most ${goals.historyRequests}`,
			isMet: measured.warmHistoryRequests <= goals.historyRequests,
		},
		{
			what: 'windows that differ from the server',
			value: `${measured.differences} of ${collections * 6}`,
			goal: 'none',
			isMet: measured.differences === 0,
		},
		{what: `first fill of ${measured.plays} plays`, value: `${fillSeconds.toFixed(1)} s`},
		{
			what: 'its questions alone, answers unread',
			value: `${serverSeconds.toFixed(1)} s, rests ${restSeconds.toFixed(1)} s`,
		},
		{
			what: 'our own share of it',
			value: `${ownSharePercent.toFixed(0)} %`,
			goal: `under ${goals.ownSharePercent} %`,
			isMet: ownSharePercent < goals.ownSharePercent,
		},
	];
};

const keyText = ({medianMs, p95Ms}: KeyTimes): string => `${milliseconds(medianMs)}, 95 % in ${milliseconds(p95Ms)}`;

/** The dashboard during a first fill. */
export const fillLines = ({keys, keysAtRest, ...fill}: Fill): Line[] => [
	{what: 'a key at rest, until its frame', value: keyText(keysAtRest)},
	{
		what: `a key during a fill of ${fill.plays} plays`,
		value: keyText(keys),
		goal: `under ${goals.keyTimes} x rest`,
		isMet: keys.medianMs < goals.keyTimes * keysAtRest.medianMs && keys.p95Ms < goals.keyTimes * keysAtRest.p95Ms,
	},
	{
		what: 'most memory in the fill, all processes (PSS)',
		value: `${Math.round(fill.peakMegabytes)} MB`,
		goal: `under ${goals.fillMegabytes} MB`,
		isMet: fill.peakMegabytes < goals.fillMegabytes,
	},
	{
		what: `memory with ${fill.plays} plays, all processes (PSS)`,
		value: `${Math.round(fill.megabytes)} MB`,
		goal: `under ${goals.homeMegabytes} MB`,
		isMet: fill.megabytes < goals.homeMegabytes,
	},
	{what: 'processor in the fill', value: `${fill.cpuPercent.toFixed(0)} % of a core`},
	{what: 'drawing in the fill', value: `${fill.drawingPercent.toFixed(0)} % of a core`},
];

/** What a mirror answers. The goals are for a million plays. */
export const answerLines = (answers: MirrorAnswers, smaller: MirrorAnswers): Line[] => {
	const name = `${answers.plays} plays`;
	const viewMs = answers.plays > 200_000 ? goals.viewMillionMs : goals.viewMs;
	const times = answers.peakMegabytes / smaller.peakMegabytes;
	return [
		{what: `${name}: read as columns, a year`, value: milliseconds(answers.readYearMs)},
		{what: `${name}: read as columns, all time`, value: milliseconds(answers.readAllMs)},
		{
			what: `${name}: ${answers.questions} questions about plays, 95 % in`,
			value: milliseconds(answers.p95Ms),
			goal: `under ${viewMs} ms`,
			isMet: answers.p95Ms < viewMs,
		},
		{what: `${name}: the slowest of them`, value: `${milliseconds(answers.slowestMs)} (${answers.slowest})`},
		{what: `${name}: a run's count of 200 collections`, value: milliseconds(answers.runMs)},
		{what: `${name}: longest piece of it`, value: milliseconds(answers.longestPieceMs)},
		{
			what: `most memory, ${smaller.plays} and ${answers.plays} plays`,
			value: `${Math.round(smaller.peakMegabytes)} and ${Math.round(answers.peakMegabytes)} MB`,
			goal: `under ${goals.memoryTimes} x`,
			isMet: times < goals.memoryTimes,
		},
	];
};

/** What promoting did in a year, of many collections that rotate. */
export const liftLines = ({plays, collections, readMs, firstMs, laterMs}: LiftTimes): Line[] => [
	{what: `${plays} plays of a year: read as columns`, value: milliseconds(readMs)},
	{
		what: `the lift of ${collections} collections over them`,
		value: `${milliseconds(firstMs)}, later ${milliseconds(laterMs)}`,
		goal: `under ${goals.liftMs} ms`,
		isMet: firstMs < goals.liftMs,
	},
];

/** The dashboard while nobody watches. */
export const requestLines = ({seconds, byCommand}: Requests): Line[] => {
	const perMinute = ([...byCommand.values()].reduce((sum, count) => sum + count, 0) / seconds) * 60;
	return [
		{
			what: 'requests to Tautulli, six panes, nobody watches',
			value: `${perMinute.toFixed(1)} a minute`,
			goal: `at most ${goals.requestsPerMinute}`,
			isMet: perMinute <= goals.requestsPerMinute,
		},
		{what: 'of them who is watching', value: `${(((byCommand.get('get_activity') ?? 0) / seconds) * 60).toFixed(1)}`},
	];
};
