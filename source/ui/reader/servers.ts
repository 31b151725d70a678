import {serverTitles} from '../../domain/app-error.ts';
import type {ServerState, ServerStates} from '../../domain/server-state.ts';
import type {Scene} from '../../views/plan/scene.ts';
import {serverSentence} from '../../views/status/server-sentences.ts';

/** What tells apart the states that are worth a line; '' while nothing is known. */
const kindOf = (found: ServerState): string => {
	if (found.state === 'asking' || found.state === 'unknown') return '';
	return found.state === 'up' || found.state === 'away' ? `${found.state} ${found.fromTautulli}` : found.state;
};

/** A sentence for each server that is lost, back, or otherwise not as it was. */
export const serverChanges = (
	before: ServerStates,
	voice: Pick<Scene, 'servers' | 'now' | 'zone'>,
): readonly string[] =>
	(['tautulli', 'plex'] as const).flatMap(server => {
		const [was, is] = [kindOf(before[server]), kindOf(voice.servers[server])];
		if (is === '' || is === was) return [];
		if (is !== 'up true') return [serverSentence(server, voice)];
		return was === '' ? [] : [`${serverTitles[server]} is back.`];
	});
