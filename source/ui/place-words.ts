import {formatDayClock} from '../canvas/clock.ts';
import type {Shell} from './shell.ts';

/** "Prague", where the server's clocks differ from this machine's; '' where they do not. */
export const placeWords = ({zone, here, now}: Shell): string => {
	if (zone === null || formatDayClock(now, zone) === formatDayClock(now, here)) return '';
	return ` ${(zone.split('/').at(-1) ?? '').replaceAll('_', ' ')}`;
};
