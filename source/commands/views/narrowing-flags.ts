import {AppError} from '../../domain/app-error.ts';
import {type Choice, type NarrowingKind, narrowingKinds} from '../../domain/plays/narrowing.ts';
import {didYouMean, quotes} from '../../domain/text/nearest.ts';
import type {Completes, Flag} from '../command.ts';

/** A flag that narrows. `exact` reads what needs no looking up; null: the text is a name to look up. */
export type NarrowingFlag = Flag & {
	readonly kind: NarrowingKind;
	readonly exact: (text: string) => readonly Choice[] | null;
};

const wrong = (flag: string, must: string, hint = ''): AppError =>
	new AppError('usage', `--${flag} must be ${must}.`, hint === '' ? {} : {hint});

/** `key:1917` and `id:7` are exact, since a name wins over a number. */
const byId = (text: string): readonly Choice[] | null => {
	const [, id] = /^(?:key|id):(-?\d+)$/.exec(text) ?? [];
	return id === undefined ? null : [{id, name: text}];
};

const looked = (): null => null;

const decisions: Readonly<Record<string, Choice>> = {
	'direct play': {id: 'direct play', name: 'direct play'},
	'direct stream': {id: 'copy', name: 'direct stream'},
	copy: {id: 'copy', name: 'direct stream'},
	transcode: {id: 'transcode', name: 'transcode'},
};

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const listed =
	(flag: string, found: (text: string) => Choice | undefined, must: string, words: readonly string[]) =>
	(text: string): readonly Choice[] => {
		const choice = found(text.toLowerCase());
		if (!choice)
			throw wrong(
				flag,
				must,
				didYouMean(text, words, name => (name.includes(' ') ? quotes(name) : name)),
			);
		return [choice];
	};

const hourChoice = (hour: number): Choice => ({id: String(hour), name: `${String(hour).padStart(2, '0')}:00`});

/** `21`, or `18-23`; `22-2` goes over midnight. */
const hours = (text: string): readonly Choice[] => {
	const [, first, last = first] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? [];
	const [from, to] = [Number(first), Number(last)];
	if (first === undefined || from > 23 || to > 23)
		throw wrong('hour', 'an hour from 0 to 23, or a stretch such as 18-23');
	const count = ((to - from + 24) % 24) + 1;
	return Array.from({length: count}, (_, index) => hourChoice((from + index) % 24));
};

const mediaTypes = ['movie', 'show', 'episode', 'artist', 'track', 'live'];

const networks = ['lan', 'wan'];

const narrows = (
	name: string,
	value: string,
	summary: string,
	exact: NarrowingFlag['exact'],
	completes?: Completes,
): Omit<NarrowingFlag, 'kind'> => ({name, type: 'string', value, summary, exact, multiple: true, completes});

const typeWords = 'movie, show, episode, artist, track or live';
const typeOf = (text: string): Choice | undefined => (mediaTypes.includes(text) ? {id: text, name: text} : undefined);

const networkOf = (text: string): Choice | undefined =>
	text === 'lan' || text === 'wan' ? {id: text, name: text.toUpperCase()} : undefined;

const weekdayOf = (text: string): Choice | undefined => {
	const day = weekdays.indexOf(text.slice(0, 3));
	return day < 0 ? undefined : {id: String(day), name: weekdayNames[day] ?? text};
};

const howWords = '"direct play", "direct stream" or transcode';

/** The flag of each kind, in the order of the help. Given twice, it means either value. */
const byKind: Readonly<Record<NarrowingKind, Omit<NarrowingFlag, 'kind'>>> = {
	user: narrows('user', 'NAME|ID', 'only plays of this user', byId, 'user'),
	library: narrows('library', 'NAME', 'only this library', byId, 'library'),
	mediaType: narrows(
		'media-type',
		'TYPE',
		`only ${typeWords}`,
		listed('media-type', typeOf, typeWords, mediaTypes),
		mediaTypes,
	),
	decision: narrows(
		'decision',
		'HOW',
		`only ${howWords}`,
		listed('decision', text => decisions[text], howWords, Object.keys(decisions)),
		Object.keys(decisions),
	),
	platform: narrows('platform', 'NAME', 'only this platform', looked, 'platform'),
	player: narrows('player', 'NAME', 'only this player: the name of a device', looked, 'player'),
	product: narrows('product', 'NAME', 'only this product: the app on it', looked, 'product'),
	network: narrows(
		'network',
		'lan|wan',
		'only inside or outside of the house',
		listed('network', networkOf, 'lan or wan', networks),
		networks,
	),
	title: narrows('title', 'NAME|KEY', 'only this film, show, episode or artist', byId),
	collection: narrows('collection', 'NAME', 'only titles of this collection', byId, 'collection'),
	weekday: narrows(
		'weekday',
		'sun..sat',
		'only plays begun on this day',
		listed('weekday', weekdayOf, 'sun, mon, tue, wed, thu, fri or sat', weekdays),
		weekdays,
	),
	hour: narrows('hour', '21|18-23', 'only plays begun in these hours', hours),
};

/** Every flag that narrows. */
export const narrowingFlags: readonly NarrowingFlag[] = narrowingKinds.map(kind => ({kind, ...byKind[kind]}));

/** Text that is searched for in names and titles. */
export const searchFlag: Flag = {
	name: 'search',
	type: 'string',
	value: 'TEXT',
	summary: 'only plays that hold this text: user, title, platform, product, player',
};
