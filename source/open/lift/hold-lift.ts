import type {LiftAnswer, LiftQuery} from '../../domain/lift.ts';
import type {Keep} from '../keep-answers.ts';
import {answerLift, type LiftSources} from './answer-lift.ts';

/** Answers about lift, kept: many views show the same. */
export type HeldLift = {
	readonly answer: (query: LiftQuery) => Promise<LiftAnswer>;
	/** What was stored has changed. */
	readonly forget: () => void;
};

/** The window moves on, but a year does not change in less. */
const keptSeconds = 3600;

type Kept = {readonly answer: Promise<LiftAnswer>; readonly at: number; readonly version: string};

export const holdLift = (sources: LiftSources, turn: () => Promise<unknown>, keep: Keep): HeldLift => {
	const kept = new Map<string, Kept>();

	/** A text that changes with the plays, and with the clock that they are cut by. */
	const version = (): string => {
		const {mirror} = sources.mirrored.current();
		const serverId = mirror.servers.current()?.serverId ?? null;
		const plays = serverId === null ? 0 : mirror.servers.playsVersion(serverId);
		return JSON.stringify([serverId, plays, sources.history?.zone().name]);
	};

	return {
		answer: ({fresh, ...query}) => {
			const name = JSON.stringify(query);
			const [known, at, plays] = [kept.get(name), sources.now(), version()];
			if (known && known.version === plays && at >= known.at && at - known.at < keptSeconds) return known.answer;
			const make = (): Promise<LiftAnswer> => answerLift(sources, {...query, fresh}, turn);
			// Who asks for lift itself has it counted.
			const answer = fresh ? make() : keep({name: `lift ${name}`, until: () => at + keptSeconds}, make);
			const made: Kept = {answer, at, version: plays};
			kept.set(name, made);
			const isStill = (): boolean => kept.get(name) === made;
			// What another program had made is older; what failed is asked for anew.
			answer.then(
				({to}) => isStill() && kept.set(name, {...made, at: to}),
				() => isStill() && kept.delete(name),
			);
			return answer;
		},
		forget: () => kept.clear(),
	};
};
