import type {Duplex} from 'node:stream';
import type {Question} from '../questions/questions.ts';
import type {OpenSources, Sources} from '../questions/sources.ts';
import {beatTo} from './beat-to.ts';
import {goneFrom} from './gone-from.ts';
import type {OwnScreen} from './place/greeting.ts';
import {streamPort} from './port.ts';
import type {FromEngine, Port, ToEngine} from './protocol.ts';
import {type Served, serve} from './serve.ts';
import {shareLive} from './share-live.ts';

/** The screens of one engine. */
export type Screens = {
	/** Serves one more at the other end of this stream. `own`: what it has of its own; absent: the engine's is its own. */
	readonly add: (stream: Duplex, own?: OwnScreen) => void;
};

/** The time between two rounds of one screen, less what they may come early. */
const freshPart = 0.9;

/** How far apart screens ask the same: who is watching often, whether servers are there now and then (`ui/shell.ts`). */
const everySeconds = (question: Question, refreshSeconds: number): number =>
	question === 'ping' || question === 'servers' ? Math.max(30, refreshSeconds) : refreshSeconds;

const withOwn = (sources: Sources, own: OwnScreen | undefined): Sources => ({
	...sources,
	settings: async (query, signal) => ({...(await sources.settings(query, signal)), ...own}),
});

/** Those who ask one engine, from the first on; `allGone` is called when none of them is there any more. */
export const createScreens = (opening: Promise<OpenSources>, allGone: () => void): Screens => {
	const present = new Set<Port<FromEngine, ToEngine>>();
	const ready = opening.then(async opened => {
		const {refreshSeconds, logFile} = await opened.sources.settings(null);
		const freshMs = (question: Question): number => everySeconds(question, refreshSeconds) * 1000 * freshPart;
		const live = shareLive(opened.sources, freshMs, () => performance.now());
		// For the first screen, which still loads what it draws with; it hears of a failure when it asks.
		live
			.forScreen()
			.activity(null)
			.catch(() => undefined);
		// Steps of a run change nothing of what a server answers.
		opened.listen(({type}) => {
			if (type === 'activity' || type === 'zone') live.forget();
		});
		return {opened, live, logFile};
	});

	const servedTo = async (own: OwnScreen | undefined): Promise<Served> => {
		const {opened, live, logFile} = await ready;
		return {sources: withOwn(live.forScreen(), own), listen: opened.listen, logFile};
	};

	/** Who leaves must know whether the engine is still needed. */
	const tellShared = (): void => {
		for (const port of present) port.post({type: 'shared', isShared: present.size > 1});
	};

	const attend = async (stream: Duplex, own: OwnScreen | undefined): Promise<void> => {
		const port = streamPort<FromEngine, ToEngine>(stream);
		present.add(port);
		const stopBeat = beatTo(stream);
		if (present.size > 1) tellShared();
		await serve(port, servedTo(own), goneFrom(stream));
		stopBeat();
		present.delete(port);
		if (own !== undefined) stream.destroy();
		if (present.size === 0) allGone();
		else tellShared();
	};

	return {add: (stream, own) => void attend(stream, own)};
};
