type Value = string | number | boolean;

/** A node of an answer, before it becomes XML or JSON. Attributes that are undefined are left out. */
export type Element = {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, Value | undefined>>;
	readonly children: readonly Element[];
};

/** An element; without children by default. */
export const element = (
	tag: string,
	attributes: Readonly<Record<string, Value | undefined>>,
	children: readonly Element[] = [],
): Element => ({tag, attributes, children});

/** The outermost element of every answer. */
export const container = (
	children: readonly Element[],
	attributes: Readonly<Record<string, Value | undefined>> = {},
): Element => element('MediaContainer', {size: children.length, ...attributes}, children);

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};

const escaped = (text: string): string =>
	text.replace(forbidden, '').replace(/[&<>"\t\n\r]/g, found => entities[found] ?? '');

const xmlValue = (value: Value): string => escaped(typeof value === 'boolean' ? (value ? '1' : '0') : String(value));

const xmlNode = ({tag, attributes, children}: Element): string => {
	const open = Object.entries(attributes)
		.flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlValue(value)}"`]))
		.join('');
	return children.length === 0 ? `<${tag}${open}/>` : `<${tag}${open}>${children.map(xmlNode).join('')}</${tag}>`;
};

/** Plex's default: XML, booleans as 1 and 0. */
export const toXml = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xmlNode(root)}\n`;

type JsonObject = {[name: string]: Value | JsonObject | JsonObject[]};

/** Elements that come one at a time: objects in JSON, where all others are lists. */
const single = new Set(['Meta', 'User', 'Player', 'Session', 'TranscodeSession']);

/** Videos, tracks, and directories that are items are all called `Metadata` in JSON. */
const jsonName = ({tag, attributes}: Element): string =>
	tag === 'Video' || tag === 'Track' || (tag === 'Directory' && 'ratingKey' in attributes) ? 'Metadata' : tag;

const jsonObject = ({attributes, children}: Element): JsonObject => {
	const object: JsonObject = {};
	for (const [name, value] of Object.entries(attributes)) if (value !== undefined) object[name] = value;
	const lists = new Map<string, JsonObject[]>();
	for (const child of children) {
		const name = jsonName(child);
		if (single.has(name)) object[name] = jsonObject(child);
		else lists.set(name, [...(lists.get(name) ?? []), jsonObject(child)]);
	}
	for (const [name, list] of lists) object[name] = list;
	return object;
};

/** JSON, wrapped in the name of the outermost element; an empty list is missing. */
export const toJson = (root: Element): string => JSON.stringify({[root.tag]: jsonObject(root)});
