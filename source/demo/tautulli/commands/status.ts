import {sessionIdOf} from '../../world/stream.ts';
import {plexVersion} from '../../world/world.ts';
import {type Answer, failure, type Json, success} from '../answer.ts';
import type {Command, Commands} from '../context.ts';

const arnold: Command = () => success('I said hello, dear lighthouse.');

const serverStatus: Command = ({plexIsDown}) => success({connected: !plexIsDown});

const status: Command = (_, params): Answer =>
	params.get('check') === 'database' ? success({integrity_check: 'ok'}, 'Database ok') : success({}, 'Ok');

const tautulliInfo: Command = () =>
	success({
		tautulli_install_type: 'docker',
		tautulli_version: 'v2.17.2',
		tautulli_branch: 'master',
		tautulli_commit: '0000000000000000000000000000000000000000',
		tautulli_platform: 'Linux',
		tautulli_platform_release: '6.8.0',
		tautulli_platform_version: '#1 SMP PREEMPT_DYNAMIC',
		tautulli_platform_linux_distro: 'Debian GNU/Linux 12 bookworm',
		tautulli_platform_device_name: 'lantern-house',
		tautulli_python_version: '3.11.7',
	});

const serverInfo: Command = ({world}) =>
	success({
		pms_name: world.serverName,
		pms_version: plexVersion,
		pms_platform: 'Linux',
		pms_ip: '127.0.0.1',
		pms_port: 32_400,
		pms_ssl: 0,
		pms_url: 'http://127.0.0.1:32400',
		pms_url_manual: 1,
		pms_identifier: world.machineIdentifier,
		pms_plexpass: 1,
	});

const serverIdentity: Command = ({world, plexIsDown}) =>
	success(plexIsDown ? {} : {machine_identifier: world.machineIdentifier, version: plexVersion});

const monitoring: Json = {
	monitor_pms_updates: 0,
	refresh_users_on_startup: 0,
	buffer_threshold: 10,
	buffer_wait: 900,
	imgur_client_id: '',
	logging_ignore_interval: 120,
	movie_watched_percent: 85,
	music_watched_percent: 85,
	monitoring_interval: 60,
	notify_consecutive: 1,
	notify_continued_session_threshold: 15,
	notify_group_recently_added_grandparent: 1,
	notify_group_recently_added_parent: 1,
	notify_upload_posters: 0,
	notify_recently_added_delay: 300,
	notify_recently_added_grandparent: 0,
	notify_recently_added_upgrade: 0,
	notify_remote_access_threshold: 60,
	notify_concurrent_by_ip: 0,
	notify_concurrent_ipv6_cidr: '/64',
	notify_concurrent_threshold: 2,
	notify_new_device_initial_only: 1,
	notify_server_connection_threshold: 60,
	notify_server_update_repeat: 0,
	notify_plexpy_update_repeat: 0,
	refresh_libraries_interval: 12,
	refresh_libraries_on_startup: 1,
	refresh_users_interval: 12,
	tv_watched_percent: 85,
	watched_marker: 3,
};

const settings: Command = (_, params) => (params.get('key') === 'Monitoring' ? success(monitoring) : success({}));

const dateFormats: Command = () => success({date_format: 'YYYY-MM-DD', time_format: 'HH:mm'});

const terminateSession: Command = ({world}, params) => {
	const key = params.get('session_key');
	const id = params.get('session_id');
	const plan = world.sessions().find(session => String(session.sessionKey) === key || sessionIdOf(session) === id);
	if (plan === undefined || !world.stop(plan.sessionKey)) {
		const asked = `Invalid session_key (${key ?? 'None'}) or session_id (${id ?? 'None'})`;
		return failure(400, `Failed to terminate session: ${asked}.`);
	}
	return success({}, 'Session terminated.');
};

/** What the server says of itself, and the one command that changes something. */
export const statusCommands: Commands = {
	arnold,
	server_status: serverStatus,
	status,
	get_tautulli_info: tautulliInfo,
	get_server_info: serverInfo,
	get_server_identity: serverIdentity,
	get_settings: settings,
	get_date_formats: dateFormats,
	terminate_session: terminateSession,
};
