import type {Voice} from '../../../source/ui/reader/voice.ts';
import {fakeNow} from '../../helpers/fake-sources.ts';

const up = {state: 'up', ms: 41, version: '2.17.2', fromTautulli: true} as const;

export const fakeVoice = (given: Partial<Voice> = {}): Voice => ({
	now: fakeNow,
	zone: 'Europe/Prague',
	graphZone: 'Europe/Prague',
	names: 'full',
	servers: {name: 'tower', tautulli: up, plex: up},
	clockTrouble: null,
	...given,
});
