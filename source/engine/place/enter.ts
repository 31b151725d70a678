import type {Socket} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import type {ScreenSettings} from '../../open/settings.ts';
import {openMs} from '../beat.ts';
import type {Card} from './card.ts';
import {look, type SocketFile} from './look.ts';
import {type Met, meet} from './meet.ts';
import {isPipe} from './pipe.ts';
import {type Place, takePlace} from './take.ts';

/** What a process is to the database that it came to. */
export type Entry =
	/** Another engine answers for it. */
	| Extract<Met, {state: 'joined'}>
	/** It is the engine, for all who come. */
	| {readonly state: 'held'; readonly place: Place}
	/** It is an engine for itself, while one of another build or configuration keeps the database. */
	| {readonly state: 'apart'; readonly why: 'build' | 'configuration'}
	/** It is an engine for itself, since there can be no socket. */
	| {readonly state: 'alone'};

/** Who comes: with what, and what it does with others if it is the engine. */
export type Visitor = {
	readonly card: Card;
	readonly screen: ScreenSettings;
	readonly attend: (socket: Socket) => void;
};

/** Engines come and go within milliseconds where several start at once; more often than this they do not. */
const mostTries = 40;
const betweenTriesMs = 25;

/** One try; null: something changed meanwhile. */
const tryOnce = async (path: string, {card, screen, attend}: Visitor): Promise<Entry | null> => {
	const there = isPipe(path) ? null : look(path);
	if (there === 'foreign') return {state: 'alone'};
	let stale: SocketFile | null = null;
	if (there !== null || isPipe(path)) {
		const met = await meet(path, card, screen, openMs);
		if (met.state === 'joined' || met.state === 'apart') return met;
		if (met.state === 'barred') return {state: 'alone'};
		// One that has ended takes its file along, if it can: the next look tells.
		if (met.state === 'gone' && !isPipe(path)) return null;
		stale = there;
	}
	const place = await takePlace(path, stale, attend);
	if (place === 'taken') return null;
	return place === null ? {state: 'alone'} : {state: 'held', place};
};

/** Finds the engine of a database, or becomes it. */
export const enter = async (path: string, visitor: Visitor): Promise<Entry> => {
	for (let tries = 0; tries < mostTries; tries++) {
		const entry = await tryOnce(path, visitor);
		if (entry) return entry;
		await pause(betweenTriesMs);
	}
	return {state: 'alone'};
};
