import {plexVersion} from '../world/world.ts';
import {container, element} from './element.ts';
import type {PlexRequest, Route} from './request.ts';
import {sessionElement} from './sessions.ts';

const root: Route = ({world, now}) =>
	container([element('Directory', {key: 'library', title: 'library', count: 1})], {
		friendlyName: world.serverName,
		machineIdentifier: world.machineIdentifier,
		version: plexVersion,
		platform: 'Linux',
		platformVersion: '6.8.0',
		myPlex: true,
		myPlexUsername: 'edda',
		myPlexSigninState: 'ok',
		myPlexSubscription: true,
		multiuser: true,
		allowSync: true,
		transcoderActiveVideoSessions: world.sessions().filter(plan => plan.decision === 'transcode').length,
		updatedAt: now,
	});

const identity: Route = ({world}) =>
	container([], {claimed: true, machineIdentifier: world.machineIdentifier, version: plexVersion});

const sessions: Route = ({world, now}) => container(world.sessions().map(plan => sessionElement(world, plan, now)));

const clients: Route = () => container([]);

const servers: Route = ({world}) =>
	container([
		element('Server', {
			name: world.serverName,
			host: '127.0.0.1',
			address: '127.0.0.1',
			port: 32_400,
			machineIdentifier: world.machineIdentifier,
			version: plexVersion,
		}),
	]);

const accounts: Route = ({world}) =>
	container(
		world.people.map(user =>
			element('Account', {
				id: user.isAdmin ? 1 : user.userId,
				key: `/accounts/${user.userId}`,
				name: user.username,
				defaultAudioLanguage: 'en',
				thumb: '',
			}),
		),
	);

const preferences: Route = ({world}) =>
	container([
		element('Setting', {
			id: 'FriendlyName',
			label: 'Friendly name',
			summary: '',
			type: 'text',
			default: '',
			value: world.serverName,
			hidden: false,
			advanced: false,
			group: 'general',
		}),
	]);

const paths: Readonly<Record<string, Route>> = {
	'': root,
	identity,
	'status/sessions': sessions,
	clients,
	servers,
	accounts,
	':/prefs': preferences,
};

/** The server itself: what it is, who is watching, and the little that clients ask while connecting. */
export const serverRoute = (request: PlexRequest): ReturnType<Route> =>
	paths[request.parts.join('/')]?.(request) ?? null;
