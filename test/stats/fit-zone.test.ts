import {describe, expect, test} from 'vitest';
import {offsetAt, zoneSpans} from '../../source/domain/zone.ts';
import {fitsZone} from '../../source/stats/fit-zone.ts';

const from = Date.parse('2025-11-20T00:00:00Z') / 1000;
const until = Date.parse('2026-11-20T00:00:00Z') / 1000;

/** A play every 5 hours and a quarter for a year. */
const counts = Array.from({length: 1600}, (_, index) => ({
	startedAt: from + Math.floor((index * 18_900) / 900) * 900,
	kind: index % 3 === 0 ? 'movie' : 'episode',
	plays: 1,
}));

const graphOf = (zone: string, kinds: readonly string[] = ['episode', 'movie']) => {
	const names: Readonly<Record<string, string>> = {episode: 'TV', movie: 'Movies'};
	const hours = Array.from({length: 24}, (_, hour) => hour);
	const hourOf = (at: number): number => Math.floor((at + offsetAt(zone, at)) / 3600) % 24;
	return {
		categories: hours.map(String),
		series: kinds.map(kind => ({
			name: names[kind] ?? '',
			values: hours.map(hour => counts.filter(count => count.kind === kind && hourOf(count.startedAt) === hour).length),
		})),
	};
};

const fits = (zone: string, server: string, kinds?: readonly string[]): boolean =>
	fitsZone(counts, graphOf(server, kinds), zoneSpans(zone, from, until));

describe('a zone fits', () => {
	test.each([
		['Europe/Prague', 'Europe/Prague', true],
		['Europe/Berlin', 'Europe/Prague', true],
		['Asia/Kathmandu', 'Asia/Kathmandu', true],
		['Asia/Kolkata', 'Asia/Kathmandu', false],
		['UTC', 'Europe/London', false],
		['Africa/Lagos', 'Europe/Berlin', false],
		['America/Phoenix', 'America/Denver', false],
		['Australia/Lord_Howe', 'Australia/Lord_Howe', true],
		['Australia/Sydney', 'Australia/Lord_Howe', false],
	])('%s for a server in %s: %s', (zone, server, expected) => {
		expect(fits(zone, server)).toBe(expected);
	});

	test('though Tautulli leaves out a kind that it has no library for', () => {
		expect(fits('Europe/Prague', 'Europe/Prague', ['episode'])).toBe(true);
	});

	test('with a play more or less at the ends of the window, not with many', () => {
		const spans = zoneSpans('UTC', from, until);
		expect(fitsZone(counts.slice(1), graphOf('UTC'), spans)).toBe(true);
		expect(fitsZone(counts.slice(5), graphOf('UTC'), spans)).toBe(false);
	});

	test('never where there is nothing to compare', () => {
		expect(fitsZone([], {categories: [], series: []}, zoneSpans('UTC', from, until))).toBe(false);
	});
});
