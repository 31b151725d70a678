import {unheardHealth} from '../../domain/status.ts';
import {type Json, toJson} from '../../export/json.ts';
import {jsonReply, type Reply} from '../../listen/reply.ts';
import {serversJson} from '../health.ts';
import type {Served} from './served.ts';
import type {Standing} from './standing.ts';
import {sentenceOf} from './words.ts';

/** A mirror that was not brought up to date for so long stands still. */
const oldMirrorSeconds = 3600;

/** Looks come twice a minute: whoever is silent for so long is not well. */
const mostSilentSeconds = 180;

/** Whose health is told. */
type Health = Pick<Served, 'name' | 'standing'>;

/** How old the mirror is, in seconds; null: it has never been synced, or is not known. */
const mirrorAge = (local: Standing['local'], now: number): number | null => {
	const syncedAt = local?.history?.syncedAt ?? null;
	return local === null || syncedAt === null ? null : now + local.aheadSeconds - syncedAt;
};

/** What is wrong, as sentences; none: it is well. */
const troublesOf = ({servers, local, engine, silentSeconds}: Standing, now: number): readonly string[] => {
	const away = Object.values(servers).filter(health => health !== null && !health.ok);
	const age = mirrorAge(local, now);
	return [
		...(silentSeconds === null ? ['It has just begun.'] : []),
		...(engine === null ? [] : [engine.reason]),
		...(silentSeconds !== null && silentSeconds > mostSilentSeconds ? ['Its engine says nothing.'] : []),
		...away.map(health => (health?.error ? sentenceOf(health.error) : 'A server does not answer.')),
		...[local?.database.trouble ?? local?.database.unwritten ?? []].flat().map(sentenceOf),
		...(age !== null && age > oldMirrorSeconds ? ['The local copy is out of date.'] : []),
	];
};

const healthJson = (standing: Standing, now: number, troubles: readonly string[]) => {
	const {servers, local} = standing;
	const {history = null, collector = null} = local ?? {};
	const age = mirrorAge(local, now);
	return {
		ok: troubles.length === 0,
		troubles,
		...serversJson({tautulli: servers.tautulli ?? unheardHealth, plex: servers.plex, plexConnected: null}),
		mirror: history && {
			plays: history.plays,
			complete: history.complete,
			age_seconds: age === null ? null : Math.max(0, Math.floor(age)),
		},
		collector: collector && {running: collector.running, last: collector.last, next: collector.next},
	};
};

type Told = {readonly json: Json; readonly troubles: readonly string[]};

const toldOf = ({name, standing: standingOf}: Health, now: number): Told => {
	const standing = standingOf();
	const troubles = troublesOf(standing, now);
	const named = name === null ? troubles : troubles.map(sentence => `${name}: ${sentence}`);
	return {json: {...(name !== null && {name}), ...healthJson(standing, now, troubles)}, troubles: named};
};

/** `/health`: how all of them stood at the last look, at once. 200: well; 503: one of them is not. */
export const healthReply = (servers: readonly Health[], now: number): Reply => {
	const all = servers.map(server => toldOf(server, now));
	const troubles = all.flatMap(told => told.troubles);
	const [one] = all;
	const isAlone = one !== undefined && all.length === 1;
	const json = isAlone ? one.json : {ok: troubles.length === 0, troubles, servers: all.map(told => told.json)};
	return jsonReply(toJson(json), troubles.length === 0 ? 200 : 503);
};
