import {expect, test} from 'vitest';
import {playerName} from '../../source/views/plan/player-name.ts';

test.each([
	["marta's iPad", 'M. iPad', 'iPad'],
	['Marta’s iPad', 'M. iPad', 'iPad'],
	['iPhone von Jörg', 'iPhone V. J.', 'iPhone'],
	['MARTA-PC', 'M.-PC', 'PC'],
	['LG TV (marta)', 'LG TV (M.)', 'LG TV'],
	['Living room', 'Living room', 'Living room'],
	['Plex Web (Chrome)', 'Plex Web (Chrome)', 'Plex Web (Chrome)'],
	['SHIELD Android TV', 'SHIELD Android TV', 'SHIELD Android TV'],
	['Apple TV 4K', 'Apple TV 4K', 'Apple TV 4K'],
	['Wohnzimmer', 'W.', 'a player'],
	['千の家', '千.', 'a player'],
	['', '', ''],
])('%s', (player, initials, none) => {
	expect(playerName(player, 'full')).toBe(player);
	expect(playerName(player, 'initials')).toBe(initials);
	expect(playerName(player, 'none')).toBe(none);
});
