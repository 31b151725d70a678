import {expect, test} from 'vitest';
import {localMoment} from '../../source/domain/local-moment.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;

test.each([
	['Europe/Prague', '2026-11-12T21:40:00Z', '2026-11-12T20:40:00Z'],
	['Europe/Prague', '2026-07-01T00:00:00Z', '2026-06-30T22:00:00Z'],
	['Europe/Prague', '2026-03-29T01:59:59Z', '2026-03-29T00:59:59Z'],
	['Europe/Prague', '2026-03-29T03:00:00Z', '2026-03-29T01:00:00Z'],
	['Europe/Prague', '2026-10-25T01:59:59Z', '2026-10-24T23:59:59Z'],
	['Europe/Prague', '2026-10-25T03:00:00Z', '2026-10-25T02:00:00Z'],
	['Asia/Kathmandu', '2026-11-12T21:40:00Z', '2026-11-12T15:55:00Z'],
	['Pacific/Kiritimati', '2026-11-12T01:00:00Z', '2026-11-11T11:00:00Z'],
	['UTC', '2026-11-12T21:40:00Z', '2026-11-12T21:40:00Z'],
])('%s shows %s once, at %s', (zone, local, utc) => {
	expect(localMoment(zone, at(local))).toEqual({how: 'once', at: at(utc)});
});

test.each([
	['Europe/Prague', '2026-10-25T02:00:00Z', '2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z'],
	['Europe/Prague', '2026-10-25T02:59:59Z', '2026-10-25T00:59:59Z', '2026-10-25T01:59:59Z'],
	['America/New_York', '2026-11-01T01:30:00Z', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'],
	['Australia/Lord_Howe', '2026-04-05T01:45:00Z', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
])('%s shows %s twice: the first is meant', (zone, local, first, second) => {
	expect(localMoment(zone, at(local))).toEqual({how: 'twice', at: at(first), second: at(second)});
});

test.each([
	['Europe/Prague', '2026-03-29T02:00:00Z', '2026-03-29T01:00:00Z'],
	['Europe/Prague', '2026-03-29T02:59:59Z', '2026-03-29T01:00:00Z'],
	['America/Santiago', '2026-09-06T00:30:00Z', '2026-09-06T04:00:00Z'],
	['Pacific/Apia', '2011-12-30T12:00:00Z', '2011-12-30T10:00:00Z'],
])('%s never shows %s: the moment of the change is meant', (zone, local, change) => {
	expect(localMoment(zone, at(local))).toEqual({how: 'never', at: at(change)});
});
