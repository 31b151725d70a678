import {connect, type Socket} from 'node:net';
import {parseLine} from '../parse-line.ts';
import {postTo} from '../port.ts';
import {readLine} from '../read-line.ts';
import type {Card} from './card.ts';
import type {Hello, Host, Knock, OwnScreen, Verdict} from './greeting.ts';

/** What came of a visit to the engine of a database. */
export type Met =
	/** It lets us in: what follows on the socket is for a screen. */
	| {readonly state: 'joined'; readonly socket: Socket; readonly host: Host; readonly ticket: string}
	/** It is of another build, or of another configuration. */
	| {readonly state: 'apart'; readonly why: 'build' | 'configuration'}
	/** `dead`: nobody listens. `gone`: it has ended meanwhile. `silent`: it says nothing. `barred`: it is not for us. */
	| {readonly state: 'dead' | 'gone' | 'silent' | 'barred'};

const states: Readonly<Record<string, 'dead' | 'gone' | 'silent'>> = {
	ECONNREFUSED: 'dead',
	ENOENT: 'gone',
	ECONNRESET: 'gone',
	EPIPE: 'gone',
	// So many wait that it cannot have looked for long.
	EAGAIN: 'silent',
};

/** Null: connected. */
const reach = (socket: Socket): Promise<'dead' | 'gone' | 'silent' | 'barred' | null> =>
	new Promise(resolve => {
		socket.once('connect', () => resolve(null));
		socket.once('error', error => resolve(('code' in error && states[String(error.code)]) || 'barred'));
	});

const isHello = (line: Hello | null): line is Hello => line?.tautop === 'engine';

/** What opens: the card of a configuration, or a ticket that the engine gave before. */
export type Key = Card | {readonly build: string; readonly ticket: string};

const knockWith = (key: Key, salt: string, screen: OwnScreen): Knock =>
	'ticket' in key ? {ticket: key.ticket, screen} : {proof: key.proof(salt), screen};

const talk = async (socket: Socket, key: Key, screen: OwnScreen, withinMs: number): Promise<Met> => {
	const begun = performance.now();
	const late = (): Met => ({state: performance.now() - begun >= withinMs - 1 ? 'silent' : 'gone'});
	const hello = parseLine<Hello>(await readLine(socket, withinMs));
	if (hello === null) return late();
	if (!isHello(hello)) return {state: 'barred'};
	if (hello.build !== key.build) return {state: 'apart', why: 'build'};
	postTo<Knock>(socket, knockWith(key, hello.salt, screen));
	const verdict = parseLine<Verdict>(await readLine(socket, withinMs));
	if (verdict === null) return late();
	return verdict.isIn
		? {state: 'joined', socket, host: hello.host, ticket: verdict.ticket}
		: {state: 'apart', why: 'configuration'};
};

/** Visits the engine at this socket; `screen` is what stays our own there. Waits for no word longer than `withinMs`. */
export const meet = async (path: string, key: Key, screen: OwnScreen, withinMs: number): Promise<Met> => {
	const socket = connect(path);
	const failed = await reach(socket);
	// A line that resets ends: whoever has it hears that.
	socket.on('error', () => undefined);
	const met: Met = failed === null ? await talk(socket, key, screen, withinMs) : {state: failed};
	if (met.state !== 'joined') socket.destroy();
	return met;
};
