import {type Activity, identityOf, type Session} from '../../domain/session.ts';
import {spokenHow, spokenState, spokenTitle} from '../../views/now/sentences.ts';
import {playerName} from '../../views/plan/player-name.ts';
import type {Scene} from '../../views/plan/scene.ts';
import {personName, sentence} from '../../views/plan/words.ts';

/** What became of a stream that goes on; '' where nothing worth a line did. */
const turn = (before: Session, after: Session): string => {
	if (spokenTitle(before) !== spokenTitle(after)) return `watches ${spokenTitle(after)} now`;
	if (spokenState(before) !== spokenState(after))
		return spokenState(after) === '' ? 'goes on' : `is ${spokenState(after)}`;
	return before.transcodeDecision === after.transcodeDecision ? '' : `gets ${spokenHow(after)} now`;
};

/** What has changed from one answer to the next, a sentence each: who started, who stopped, who waits. */
export const streamChanges = (before: Activity, after: Activity, {names}: Pick<Scene, 'names'>): readonly string[] => {
	const earlier = new Map(before.sessions.map(session => [identityOf(session), session]));
	const later = new Set(after.sessions.map(identityOf));
	const stopped = before.sessions
		.filter(session => !later.has(identityOf(session)))
		.map(session => sentence(`${personName(session.user, names)} stopped ${spokenTitle(session)}`));
	const others = after.sessions.flatMap(session => {
		const known = earlier.get(identityOf(session));
		const name = personName(session.user, names);
		if (!known) {
			return [
				sentence(
					`${name} started ${spokenTitle(session)}`,
					session.transcodeDecision === 'copy' ? 'direct stream' : session.transcodeDecision,
					playerName(session.player, names),
				),
			];
		}
		const words = turn(known, session);
		return words === '' ? [] : [sentence(`${name} ${words}`)];
	});
	return [...stopped, ...others];
};
