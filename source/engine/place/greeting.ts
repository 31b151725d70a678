import {randomBytes} from 'node:crypto';
import type {Socket} from 'node:net';
import process from 'node:process';
import type {ScreenSettings} from '../../open/settings.ts';
import {machine} from '../../store/machine.ts';
import {parseLine} from '../parse-line.ts';
import {postTo} from '../port.ts';
import {readLine} from '../read-line.ts';
import type {Card} from './card.ts';

/** The process of an engine, and where that number means it. */
export type Host = {readonly pid: number; readonly machine: string};

/** The engine's first line to whoever connects. Lines have the shapes of our own build, which the proof shows. */
export type Hello = {readonly tautop: 'engine'; readonly build: string; readonly salt: string; readonly host: Host};

/** What a screen has of its own; who says nothing of it has what the engine has. */
export type OwnScreen = Partial<ScreenSettings>;

/** The other one's answer, where it is of the same build: a proof of its configuration, or the ticket of one that gave such a proof. */
export type Knock = {readonly screen: OwnScreen} & ({readonly proof: string} | {readonly ticket: string});

/** The engine's second line. After `isIn` they speak as a screen and its engine do (`protocol.ts`). `ticket`: for the next time. */
export type Verdict = {readonly isIn: false} | {readonly isIn: true; readonly ticket: string};

/** Of this engine alone: it ends with it. */
const ticket = randomBytes(16).toString('hex');

/** Who says nothing for so long wants nothing. */
const knockWithinMs = 10_000;

/**
 * Greets one who has connected to the engine. Resolves with what is its own once it may come in, which is when the engine
 * is open; null: it is of another build or configuration, or none of ours at all.
 */
export const greet = async (
	socket: Socket,
	{build, proof}: Card,
	opened: Promise<unknown>,
): Promise<OwnScreen | null> => {
	const salt = randomBytes(16).toString('hex');
	postTo<Hello>(socket, {tautop: 'engine', build, salt, host: {pid: process.pid, machine}});
	const knock = parseLine<Knock>(await readLine(socket, knockWithinMs));
	if (!knock) return null;
	const isIn = 'ticket' in knock ? knock.ticket === ticket : knock.proof === proof(salt);
	try {
		if (isIn) await opened;
	} catch {
		return null;
	}
	postTo<Verdict>(socket, isIn ? {isIn, ticket} : {isIn});
	return isIn ? knock.screen : null;
};
