import {expect, test} from 'vitest';
import {changes, type Told, toldOf} from '../../../source/demo/plex/notifications.ts';
import {createWorld} from '../../../source/demo/world/world.ts';
import {startOfTest, withDemo} from '../running.ts';

const {demo} = withDemo();

const path = '/:/eventsource/notifications?filters=playing';

test('needs the token', async () => {
	expect((await fetch(`${demo().plexUrl}${path}`)).status).toBe(401);
});

test('begins with a ping', async () => {
	const {plexUrl, token} = demo();
	const response = await fetch(`${plexUrl}${path}`, {headers: {'X-Plex-Token': token}});
	expect(response.headers.get('content-type')).toBe('text/event-stream');
	const reader = response.body?.getReader();
	const {value} = (await reader?.read()) ?? {};
	expect(new TextDecoder().decode(value)).toBe('event: ping\ndata: {}\n\n');
	await reader?.cancel();
});

test('starts, states and stops are told once each, as they happen', () => {
	const world = createWorld({seed: 7, timeZone: 'America/New_York', now: startOfTest, months: 1});
	let before: Told = toldOf({world, now: startOfTest});
	const told = new Map<number, string[]>();
	for (let now = startOfTest; now < startOfTest + 4 * 3600; now += 2) {
		world.advance(now);
		const after = toldOf({world, now});
		for (const {plan, state} of changes(before, after)) {
			told.set(plan.sessionKey, [...(told.get(plan.sessionKey) ?? []), state]);
		}
		before = after;
	}
	const whole = [...told.values()].filter(states => states[0] === 'buffering' && states.at(-1) === 'stopped');
	expect(whole.length).toBeGreaterThan(3);
	for (const states of whole) {
		expect(states[1]).toBe('playing');
		expect(states.filter(state => state === 'stopped')).toHaveLength(1);
		expect(states.every((state, index) => state !== states[index - 1])).toBe(true);
	}
	expect([...told.values()].flat()).toContain('paused');
});
