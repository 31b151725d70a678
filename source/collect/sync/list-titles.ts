import {setImmediate} from 'node:timers/promises';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import {inTurns} from '../../domain/in-turns.ts';
import type {Section} from '../../domain/library.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {LostKeys} from '../../domain/plays/adoption.ts';
import type {SyncSummary} from '../../domain/plays/mirror.ts';
import type {Progress} from '../../domain/run.ts';
import type {PlexClient} from '../../plex/client.ts';
import type {ListedSection} from '../../store/mirror/catalogue.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

export type ListingDeps = {
	/** Null: not configured; then nobody knows which titles Plex has. */
	readonly plex: PlexClient | null;
	readonly mirror: Mirror;
	/** Unix seconds. */
	readonly now: () => number;
};

/** One full pass a day. */
const listEverySeconds = secondsPerDay;
/** Whether a library has changed is looked at so often. */
const lookEverySeconds = 300;
/** A scan changes a library again and again: it is listed when it has stood still for so long, and not more often than that. */
const stillSeconds = 600;
const leastBetweenSeconds = 3600;

const changedAtOf = ({changedAt}: Section): number | null => changedAt ?? null;

/** Whether a library has to be listed now. */
const isDue = (section: Section, known: ListedSection | undefined, now: number): boolean => {
	if (!known || now - known.listedAt >= listEverySeconds || known.listedAt > now) return true;
	const changedAt = changedAtOf(section);
	if (changedAt === known.changedAt || now - known.listedAt < leastBetweenSeconds) return false;
	return changedAt === known.seenChangedAt && now - known.seenAt >= stillSeconds;
};

/** Lists these libraries; each is complete or stays as it was. */
async function* list(
	{plex, mirror, now}: ListingDeps & {readonly plex: PlexClient},
	serverId: number,
	sections: readonly Section[],
	signal: AbortSignal,
): AsyncGenerator<Progress, void> {
	for (const [done, section] of sections.entries()) {
		yield {step: 'listing', done, total: sections.length, label: section.name};
		const leaves = await plex.getLeaves(section, signal);
		const {sectionId, name} = section;
		mirror.catalogue.save(serverId, {sectionId, name, changedAt: changedAtOf(section)}, leaves, now());
	}
}

/** Decides anew whose each play is, and notes how many keys Plex has given up. */
const decideAll = async ({mirror, now}: ListingDeps, serverId: number): Promise<LostKeys> => {
	const lost = await inTurns(mirror.playOwners.decide(serverId, 'all'), setImmediate);
	mirror.servers.saveLostKeys(serverId, lost, now());
	return lost;
};

/** Lists everything now, and returns which plays have keys that Plex has given up; null: Plex is not configured. */
export async function* listTitles(
	deps: ListingDeps,
	serverId: number,
	signal: AbortSignal,
): AsyncGenerator<Progress, LostKeys | null> {
	const {plex, mirror} = deps;
	if (!plex) return null;
	const sections = await plex.getSections(signal);
	yield* list({...deps, plex}, serverId, sections, signal);
	mirror.catalogue.keepOnly(
		serverId,
		sections.map(({sectionId}) => sectionId),
	);
	return await decideAll(deps, serverId);
}

/** Lists what is due; true: something was. */
async function* listDue(
	deps: ListingDeps & {readonly plex: PlexClient},
	serverId: number,
	signal: AbortSignal,
): AsyncGenerator<Progress, boolean> {
	const {plex, mirror, now} = deps;
	const known = mirror.catalogue.sections(serverId);
	const looked = Math.min(...known.map(({seenAt, listedAt}) => Math.max(seenAt, listedAt)));
	if (known.length > 0 && now() - looked < lookEverySeconds && looked <= now()) return false;
	const sections = await plex.getSections(signal);
	const listed = new Map(known.map(section => [section.sectionId, section]));
	const due = sections.filter(section => isDue(section, listed.get(section.sectionId), now()));
	for (const section of sections) {
		const before = listed.get(section.sectionId);
		const changedAt = changedAtOf(section);
		// Seen for the first time with this number: from here on it has to stand still.
		if (before && changedAt !== before.seenChangedAt)
			mirror.catalogue.note(serverId, section.sectionId, changedAt, now());
	}
	const gone = known.some(({sectionId}) => !sections.some(section => section.sectionId === sectionId));
	if (due.length === 0 && !gone) return false;
	yield* list(deps, serverId, due, signal);
	mirror.catalogue.keepOnly(
		serverId,
		sections.map(({sectionId}) => sectionId),
	);
	return true;
}

/**
 * Knows whose each play is: Plex is listed once a day, and where a library has changed; new plays are looked at as they come. Returns a
 * warning where Plex could not be listed: then the last listing stays in force.
 */
export async function* knowTitles(
	deps: ListingDeps,
	{kind}: SyncSummary,
	signal: AbortSignal,
): AsyncGenerator<Progress, readonly string[]> {
	const {plex, mirror} = deps;
	const serverId = mirror.servers.current()?.serverId;
	if (!plex || serverId === undefined) return [];
	try {
		const isNew = yield* listDue({...deps, plex}, serverId, signal);
		if (isNew || kind === 'filled' || kind === 'compared') await decideAll(deps, serverId);
		else decideNew(deps, kind);
		return [];
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error)) throw error;
		return [`Which titles Plex has now is not known: ${error.message}`];
	}
}

/** Decides for plays that came with a sync, from the last listing. */
export const decideNew = ({mirror}: Pick<ListingDeps, 'mirror'>, kind: SyncSummary['kind']): void => {
	const serverId = mirror.servers.current()?.serverId;
	if (serverId === undefined || kind === 'same' || !mirror.playOwners.isListed(serverId)) return;
	for (const _ of mirror.playOwners.decide(serverId, kind === 'delta' ? 'new' : 'all'));
};
