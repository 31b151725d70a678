import type {DemoUser, Player} from '../world/people.ts';
import {offsetSecondsAt, type Plan} from '../world/plan.ts';
import {type StreamFacts, sessionIdOf, streamFacts} from '../world/stream.ts';
import type {World} from '../world/world.ts';
import type {Json} from './answer.ts';
import {fileOf, fileSizeOf, shortResolution} from './media-info.ts';
import {furtherFields, metadataFields} from './metadata.ts';
import {sentFields, sourceFields} from './session-formats.ts';
import {transcodeFields} from './session-transcode.ts';
import {userThumb} from './user-stats.ts';

type Fields = {readonly [name: string]: Json};

const userFields = (world: World, user: DemoUser): Fields => ({
	row_id: world.people.indexOf(user) + 2,
	user_id: user.userId,
	user: user.username,
	username: user.username,
	friendly_name: user.friendlyName,
	user_thumb: userThumb(user),
	email: `${user.userId}@example.com`,
	is_active: user.isActive ? 1 : 0,
	is_admin: user.isAdmin ? 1 : 0,
	is_home_user: user.isHome ? 1 : 0,
	is_allow_sync: 1,
	is_restricted: 0,
	do_notify: 1,
	keep_history: 1,
	deleted_user: 0,
	allow_guest: 0,
	shared_libraries: world.libraries.map(({sectionId}) => String(sectionId)),
	last_seen: null,
});

const playerFields = (player: Player, user: DemoUser): Fields => ({
	ip_address: user.ipAddress,
	ip_address_public: '203.0.113.9',
	device: player.platform,
	platform: player.platform,
	platform_name: player.platformName,
	platform_version: player.version,
	product: player.product,
	product_version: '9.1.0',
	profile: player.platform,
	player: player.name,
	machine_id: player.machineId,
	local: user.location === 'lan' ? 1 : 0,
	location: user.location,
	relayed: 0,
	secure: 1,
});

/** Fields of live TV, optimised and synced versions: the demo has none of these, the wire has the fields. */
const absent: Fields = {
	live: 0,
	live_uuid: '',
	channel_stream: 0,
	channel_call_sign: '',
	channel_id: '',
	channel_identifier: '',
	channel_thumb: '',
	channel_title: '',
	channel_vcn: '',
	protocol: '',
	begins_at: 0,
	ends_at: 0,
	optimized_version: 0,
	optimized_version_profile: '',
	optimized_version_title: '',
	synced_version: 0,
	synced_version_profile: '',
	indexes: 0,
	bif_thumb: '',
	children_count: 0,
};

/** What was chosen on the player, as Tautulli names it. */
export const qualityOf = (facts: StreamFacts): string => {
	if (facts.limitKbps === null || facts.resolution === null) return 'Original';
	return `${Math.round(facts.limitKbps / 1000)} Mbps ${shortResolution(facts.resolution.label)}p`;
};

/** One entry of `sessions` in `get_activity`: numbers are strings but where Tautulli makes them integers. */
export const sessionFields = (world: World, plan: Plan, now: number): Fields => {
	const {item, user, player} = plan;
	const facts = streamFacts(plan, now);
	const offset = offsetSecondsAt(plan, now);
	const source = item.source;
	return {
		session_key: String(plan.sessionKey),
		...metadataFields(world, item),
		...furtherFields(item),
		...absent,
		...userFields(world, user),
		...playerFields(player, user),
		session_id: sessionIdOf(plan),
		state: facts.state,
		view_offset: String(offset * 1000),
		progress_percent: String(Math.floor((offset / item.durationSeconds) * 100)),
		stream_duration: String(item.durationSeconds * 1000),
		bandwidth: String(facts.bandwidthKbps),
		quality_profile: qualityOf(facts),
		file: source === null ? '' : fileOf(item, source),
		file_size: source === null ? '' : fileSizeOf(item, source),
		id: source?.resolution === null ? '' : String(item.key * 10 + 4),
		type: source?.resolution === null ? '' : '3',
		selected: source?.resolution === null ? 1 : 0,
		transcode_decision: plan.decision,
		video_decision: facts.videoDecision,
		audio_decision: facts.audioDecision,
		subtitle_decision: facts.subtitleDecision,
		...(source === null ? {} : {...sourceFields(source), ...sentFields(source, facts, plan)}),
		...transcodeFields(facts, plan, offset),
	};
};
