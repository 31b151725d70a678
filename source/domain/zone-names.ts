import type {ZoneName} from './zone.ts';

/** One name of many that people know, for each clock that many servers have: a fit is called by the first that fits. */
const common: readonly ZoneName[] = [
	'UTC',
	'Europe/London',
	'Europe/Berlin',
	'Europe/Helsinki',
	'Europe/Moscow',
	'America/New_York',
	'America/Chicago',
	'America/Denver',
	'America/Phoenix',
	'America/Los_Angeles',
	'America/Sao_Paulo',
	'Asia/Kolkata',
	'Asia/Shanghai',
	'Asia/Tokyo',
	'Australia/Brisbane',
	'Australia/Sydney',
	'Pacific/Auckland',
];

/** Zones without a place, as machines without a proper setting have them. */
const fixed: readonly ZoneName[] = Array.from({length: 27}, (_, index) => index - 12)
	.filter(hours => hours !== 0)
	.map(hours => `Etc/GMT${hours > 0 ? `-${hours}` : `+${-hours}`}`);

/** Every zone once, likely ones first. */
export const zoneNames = (first: ZoneName): ZoneName[] => [
	...new Set([first, ...common, ...Intl.supportedValuesOf('timeZone'), ...fixed]),
];
