import type {PlaySources} from '../../source/open/plays/answer-plays.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import type {Store} from '../../source/store/open.ts';
import type {Clock} from './temp-store.ts';

/** What questions about plays are answered from: this store, in this zone, grouped. */
export const playSources = (store: Pick<Store, 'mirror'>, clock: Clock, zone = 'UTC'): PlaySources => ({
	mirrored: {current: () => store},
	history: {zone: () => ({name: zone, trust: 'configured'}), grouping: true, isZoneAwaited: () => false},
	trouble: () => null,
	columns: createHeldColumns(
		() => clock.at,
		async () => undefined,
		{short: true},
	),
	now: () => clock.at,
});
