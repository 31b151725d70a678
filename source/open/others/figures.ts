import type {Config} from '../../config/config.ts';
import {AppError, type AppErrorData, isCancelled} from '../../domain/app-error.ts';
import type {ServerFigures} from '../../domain/server-figures.ts';
import type {ServersQuery} from '../../questions/queries.ts';
import type {Sources} from '../../questions/sources.ts';

/** What the figures of a server are put together from. */
export type Asked = Pick<Sources, 'plays' | 'local'> & {
	/** Absent: whoever asks knows it. */
	readonly activity?: Sources['activity'];
};

type Outcome<Value> = {readonly value: Value | null; readonly trouble: AppErrorData | null};

/** What was asked, or why there is no answer. Rejects where it was cancelled, and for a bug. */
export const outcomeOf = async <Value>(asked: Promise<Value>): Promise<Outcome<Value>> => {
	try {
		return {value: await asked, trouble: null};
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		return {value: null, trouble: error.toJSON()};
	}
};

const noAnswer = {value: null, trouble: null};

/** What is known of a server of which nothing could be asked. */
export const unknownFigures = ({name, dashboard}: Config, trouble: AppErrorData | null): ServerFigures => ({
	name,
	isHere: false,
	streams: null,
	uploadMbps: dashboard.uploadMbps,
	plays: null,
	knownFrom: null,
	history: null,
	trouble,
});

/** The figures of one server: what fails is not known, and costs nothing else. */
export const figuresOf = async (
	config: Config,
	asked: Asked,
	{window}: ServersQuery,
	signal?: AbortSignal,
): Promise<ServerFigures> => {
	const counted = {by: 'nothing', split: 'nothing', measure: 'plays', where: {}, window} as const;
	const [activity, plays] = await Promise.all([
		asked.activity ? outcomeOf(asked.activity(null, signal)) : noAnswer,
		outcomeOf(asked.plays(counted, signal)),
	]);
	// A program that asks once has brought in what is new by now.
	const local = await outcomeOf(asked.local(null, signal));
	const {streamCount, transcodeCount, bandwidthKbps} = activity.value ?? {};
	return {
		...unknownFigures(config, activity.trouble ?? local.value?.database.trouble ?? plays.trouble ?? local.trouble),
		streams:
			streamCount === undefined || transcodeCount === undefined || bandwidthKbps === undefined
				? null
				: {streamCount, transcodeCount, bandwidthKbps},
		plays: plays.value && {plays: plays.value.total.plays, playedSeconds: plays.value.total.playedSeconds},
		knownFrom: plays.value?.coverage.knownFrom ?? null,
		history: local.value?.history ?? null,
	};
};
