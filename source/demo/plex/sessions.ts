import {offsetSecondsAt, type Plan} from '../world/plan.ts';
import {sessionIdOf, streamFacts} from '../world/stream.ts';
import type {World} from '../world/world.ts';
import {type Element, element} from './element.ts';
import {itemAttributes, mediaElement, tagOf} from './items.ts';

const transcodeElements = (plan: Plan, now: number): Element[] => {
	const facts = streamFacts(plan, now);
	if (plan.decision === 'direct play') return [];
	return [
		element('TranscodeSession', {
			key: `/transcode/sessions/${sessionIdOf(plan)}`,
			throttled: facts.throttled,
			complete: false,
			progress: Math.min(100, Math.round((offsetSecondsAt(plan, now) / plan.item.durationSeconds) * 100) + 2),
			speed: facts.speed ?? 0,
			duration: plan.item.durationSeconds * 1000,
			context: 'streaming',
			videoDecision: facts.videoDecision === '' ? undefined : facts.videoDecision,
			audioDecision: facts.audioDecision,
			protocol: 'dash',
			container: 'mp4',
			audioCodec: 'aac',
			transcodeHwRequested: true,
			transcodeHwFullPipeline: facts.hardware,
		}),
	];
};

/** One stream as `/status/sessions` shows it. The owner is user 1 here, though Tautulli knows another number. */
export const sessionElement = (world: World, plan: Plan, now: number): Element => {
	const {item, user, player} = plan;
	const facts = streamFacts(plan, now);
	const offset = offsetSecondsAt(plan, now) * 1000;
	const media = item.source === null ? [] : [mediaElement(item, item.source)];
	const who = element('User', {id: user.isAdmin ? '1' : String(user.userId), title: user.username, thumb: ''});
	const how = element('Player', {
		address: user.ipAddress,
		device: player.platform,
		machineIdentifier: player.machineId,
		platform: player.platform,
		platformVersion: player.version,
		product: player.product,
		profile: player.platform,
		state: facts.state,
		title: player.name,
		version: '9.1.0',
		local: user.location === 'lan',
		relayed: false,
		secure: true,
		userID: user.isAdmin ? 1 : user.userId,
	});
	const what = element('Session', {
		id: sessionIdOf(plan),
		bandwidth: facts.bandwidthKbps,
		location: user.location,
	});
	return element(
		tagOf(item),
		{
			...itemAttributes(world, item),
			librarySectionID: String(item.sectionId),
			sessionKey: String(plan.sessionKey),
			viewOffset: offset,
		},
		[
			...media.map(found => ({...found, attributes: {...found.attributes, selected: true}})),
			who,
			how,
			what,
			...transcodeElements(plan, now),
		],
	);
};
