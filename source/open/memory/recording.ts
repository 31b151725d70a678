import type {Activity} from '../../domain/session.ts';
import type {HeldStore} from '../hold-store.ts';
import type {Log} from '../log.ts';
import {createRecorder, type RecorderDeps} from './record-streams.ts';

/** What is seen while tautop runs, kept in the database. */
export type Recording = {
	/** Passes an answer on as it is, when it is written down. */
	readonly note: (asked: Promise<Activity>) => Promise<Activity>;
	readonly stop: () => void;
};

type RecordingDeps = Omit<RecorderDeps, 'save'> & {
	readonly held: Pick<HeldStore, 'current'>;
	readonly log: Pick<Log, 'failed'>;
};

const everyMs = 5000;

/** What is not kept is no reason to fail an answer; without a database nothing is. */
export const startRecording = ({held, log, ...deps}: RecordingDeps): Recording => {
	const recorder = createRecorder({
		...deps,
		save: (sighting, forgetBefore) => held.current()?.saveSighting(sighting, forgetBefore),
	});
	const quietly = (work: () => void): void => {
		try {
			work();
		} catch (error) {
			log.failed('what was seen of the streams was not kept', error);
		}
	};
	const timer = setInterval(() => quietly(recorder.tick), everyMs);
	timer.unref();
	return {
		note: async asked => {
			try {
				const activity = await asked;
				quietly(() => recorder.answered(activity));
				return activity;
			} catch (error) {
				recorder.failed();
				throw error;
			}
		},
		stop: () => {
			clearInterval(timer);
			quietly(recorder.flush);
		},
	};
};
