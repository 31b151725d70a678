import type {DemoLibrary} from '../world/library.ts';
import {type Element, element} from './element.ts';

const levels = {
	movie: [[1, 'movie', 'Movies']],
	show: [
		[2, 'show', 'TV Shows'],
		[3, 'season', 'Seasons'],
		[4, 'episode', 'Episodes'],
	],
	artist: [
		[8, 'artist', 'Artists'],
		[9, 'album', 'Albums'],
		[10, 'track', 'Tracks'],
	],
} as const;

const sort = (key: string, title: string, defaultDirection: string): Element =>
	element('Sort', {key, descKey: `${key}:desc`, title, defaultDirection});

const typeElement = (section: number, number: number, type: string, title: string, active: boolean): Element =>
	element('Type', {key: `/library/sections/${section}/all?type=${number}`, type, title, active}, [
		sort('titleSort', 'Title', 'asc'),
		sort('addedAt', 'Date Added', 'desc'),
		element('Field', {key: `${type}.title`, title: 'Title', type: 'string'}),
	]);

const fieldType = (type: string, operators: readonly string[]): Element =>
	element(
		'FieldType',
		{type},
		operators.map(key => element('Operator', {key, title: key})),
	);

/** How the listings of a section can be filtered and sorted: clients ask before they search (`includeMeta=1`). */
export const metaElement = ({sectionId, type}: DemoLibrary, ofCollections: boolean): Element => {
	const types = ofCollections
		? [typeElement(sectionId, 18, 'collection', 'Collections', true)]
		: levels[type].map(([number, name, title], index) => typeElement(sectionId, number, name, title, index === 0));
	return element('Meta', {}, [
		...types,
		fieldType('integer', ['=', '!=', '>>=', '<<=']),
		fieldType('string', ['=', '!=', '==', '!==']),
	]);
};
