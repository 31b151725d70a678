import {expect, test} from 'vitest';
import {isKnownEvent} from '../../source/open/known-event.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

test('a stall of the same stream is told once in ten minutes, whoever noted it', () => {
	const {events} = tempStore().store;
	const stall = {at: noon, kind: 'buffering', text: 'lena buffering: Night Ferry'} as const;
	expect(isKnownEvent(stall, events.latest)).toBe(false);
	events.saveEvent(stall);
	expect(isKnownEvent({...stall, at: noon + 599}, events.latest)).toBe(true);
	expect(isKnownEvent({...stall, at: noon + 600}, events.latest)).toBe(false);
	expect(isKnownEvent({...stall, text: 'otto buffering: Night Ferry'}, events.latest)).toBe(false);
	expect(isKnownEvent({...stall, kind: 'slow-transcode'}, events.latest)).toBe(false);
});

test('a server that is away already is no news; one that was back meanwhile is', () => {
	const {events} = tempStore().store;
	const lost = {at: noon, kind: 'plex-lost', text: 'Plex away'} as const;
	events.saveEvent(lost);
	expect(isKnownEvent({...lost, at: noon + 60}, events.latest)).toBe(true);
	expect(isKnownEvent({...lost, kind: 'tautulli-lost'}, events.latest)).toBe(false);
	events.saveEvent({at: noon + 90, kind: 'plex-back', text: 'Plex back'});
	expect(isKnownEvent({...lost, at: noon + 120}, events.latest)).toBe(false);
});
