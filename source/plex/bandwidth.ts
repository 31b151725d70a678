import * as z from 'zod/mini';
import type {Bandwidth} from '../domain/bandwidth.ts';
import {createElementReader} from '../http/elements.ts';
import {type PlexLink, readList} from './read.ts';
import {flag, requiredCount} from './wire.ts';
import {bandwidthWords} from './words.ts';

/** Plex's names for them. It has weeks and months too, which say nothing of a day, and seconds, which it keeps for minutes. */
const timespans = {hour: '4', day: '3'} as const;

const wire = z.object({at: requiredCount, bytes: requiredCount, lan: flag});

/**
 * What was sent out of the house in each hour or day since a time (Unix seconds), a row for each account and device: for the owner alone,
 * and a part of Plex Pass. Without it Plex says 404, or nothing.
 */
export const getBandwidth = async (
	{transport, odd}: PlexLink,
	per: 'hour' | 'day',
	since: number,
	signal?: AbortSignal,
): Promise<readonly Bandwidth[]> => {
	const path = '/statistics/bandwidth';
	const reader = createElementReader(transport, wire, {what: path, ...bandwidthWords}, odd);
	const query = {timespan: timespans[per], lan: '0', 'at>': String(Math.max(0, Math.floor(since)))};
	const {page} = await readList(transport, 'StatisticsBandwidth', reader, {path, query, signal, isOwnerOnly: true});
	reader.keep(page);
	reader.end();
	// A server that knows no such filter sends everything.
	return page.read.filter(({at, lan}) => !lan && at >= since);
};
