import {sessionIdOf, streamFacts} from '../../world/stream.ts';
import {success} from '../answer.ts';
import type {Command, Commands} from '../context.ts';
import {sessionFields} from '../session-fields.ts';

/** Keys are sorted as text: 10 comes before 2. */
const byTextOfKey = (one: {readonly sessionKey: number}, two: {readonly sessionKey: number}): number =>
	String(one.sessionKey) < String(two.sessionKey) ? -1 : 1;

const getActivity: Command = ({world, now, plexIsDown}, params) => {
	if (plexIsDown) return success({});
	const plans = world.sessions().toSorted(byTextOfKey);
	const [key, id] = [params.get('session_key'), params.get('session_id')];
	if (key || id) {
		const plan = plans.find(session => (key ? String(session.sessionKey) === key : sessionIdOf(session) === id));
		return success(plan === undefined ? {} : sessionFields(world, plan, now));
	}
	const count = (decision: string): number => plans.filter(plan => plan.decision === decision).length;
	const bandwidth = (location: string): number =>
		plans.reduce((sum, plan) => sum + (plan.user.location === location ? streamFacts(plan, now).bandwidthKbps : 0), 0);
	const [lan, wan] = [bandwidth('lan'), bandwidth('wan')];
	return success({
		stream_count: String(plans.length),
		sessions: plans.map(plan => sessionFields(world, plan, now)),
		stream_count_direct_play: count('direct play'),
		stream_count_direct_stream: count('copy'),
		stream_count_transcode: count('transcode'),
		total_bandwidth: lan + wan,
		lan_bandwidth: lan,
		wan_bandwidth: wan,
	});
};

/** What is being watched now. */
export const activityCommands: Commands = {get_activity: getActivity};
