import type {Duplex} from 'node:stream';
import type {ScreenSettings} from '../open/settings.ts';
import type {OpenSources, Sources} from '../questions/sources.ts';
import {beatTo} from './beat-to.ts';
import {goneFrom} from './gone-from.ts';
import {streamPort} from './port.ts';
import type {FromEngine, Port, ToEngine} from './protocol.ts';
import {type Served, serve} from './serve.ts';
import {shareLive} from './share-live.ts';

/** The screens of one engine. */
export type Screens = {
	/** Serves one more at the other end of this stream. `own`: what it has of its own; absent: the engine's is its own. */
	readonly add: (stream: Duplex, own?: ScreenSettings) => void;
};

/** A server is asked for all screens at most twice in the time in which one of them asks once. */
const freshPart = 0.5;

const withOwn = (sources: Sources, own: ScreenSettings | undefined): Sources => ({
	...sources,
	settings: async (query, signal) => ({...(await sources.settings(query, signal)), ...own}),
});

/** Those who ask one engine, from the first on; `allGone` is called when none of them is there any more. */
export const createScreens = (opening: Promise<OpenSources>, allGone: () => void): Screens => {
	const present = new Set<Port<FromEngine, ToEngine>>();
	const ready = opening.then(async opened => {
		const {refreshSeconds, logFile} = await opened.sources.settings(null);
		const live = shareLive(opened.sources, refreshSeconds * 1000 * freshPart, () => performance.now());
		// Steps of a run change nothing of what a server answers.
		opened.listen(({type}) => {
			if (type !== 'progress' && type !== 'syncing') live.forget();
		});
		return {opened, live, logFile};
	});

	const servedTo = async (own: ScreenSettings | undefined): Promise<Served> => {
		const {opened, live, logFile} = await ready;
		return {sources: withOwn(live.forScreen(), own), listen: opened.listen, logFile};
	};

	/** Who leaves must know whether the engine is still needed. */
	const tellShared = (): void => {
		for (const port of present) port.post({type: 'shared', isShared: present.size > 1});
	};

	const attend = async (stream: Duplex, own: ScreenSettings | undefined): Promise<void> => {
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
