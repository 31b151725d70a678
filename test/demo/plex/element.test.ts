import {expect, test} from 'vitest';
import {container, element, toJson, toXml} from '../../../source/demo/plex/element.ts';

const item = element('Video', {ratingKey: '1', title: 'A & "B" <C>\n', smart: undefined, live: false}, [
	element('Media', {id: 3}),
	element('User', {id: '1'}),
]);

test('XML escapes, writes booleans as numbers and leaves out what is undefined', () => {
	expect(toXml(container([item]))).toBe(
		'<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer size="1"><Video ratingKey="1" ' +
			'title="A &amp; &quot;B&quot; &lt;C&gt;&#10;" live="0"><Media id="3"/><User id="1"/></Video></MediaContainer>\n',
	);
});

test('XML drops characters that it cannot hold', () => {
	expect(toXml(element('X', {a: 'b\u0007\u{1F3AC}\uFFFE'}))).toContain('<X a="b\u{1F3AC}"/>');
});

test('JSON calls items Metadata, keeps types, and has objects for what comes one at a time', () => {
	const directory = element('Directory', {ratingKey: '2'});
	const section = element('Directory', {key: '1'});
	expect(JSON.parse(toJson(container([item, directory, section])))).toEqual({
		MediaContainer: {
			size: 3,
			Metadata: [
				{ratingKey: '1', title: 'A & "B" <C>\n', live: false, Media: [{id: 3}], User: {id: '1'}},
				{ratingKey: '2'},
			],
			Directory: [{key: '1'}],
		},
	});
});

test('an empty list is missing in JSON', () => {
	expect(JSON.parse(toJson(container([])))).toEqual({MediaContainer: {size: 0}});
});
