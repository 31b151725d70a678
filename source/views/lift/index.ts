import {plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {AppError} from '../../domain/app-error.ts';
import {collectionKey} from '../../domain/collection.ts';
import {asTyped} from '../../domain/command-flags.ts';
import type {CollectionLift, LiftAnswer} from '../../domain/lift.ts';
import {didYouMean, quotes} from '../../domain/text/nearest.ts';
import {comparable, shownTitle} from '../../domain/text/text.ts';
import {listView} from '../plan/list-view.ts';
import {rotationOf} from '../plan/query.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {paragraphRows, sentence, windowWords} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import {askLift, liftFlags} from './ask.ts';
import {liftColumns} from './columns.ts';
import {liftJson, numbersJson} from './json.ts';
import {liftText} from './numbers.ts';
import {togetherRows} from './together.ts';
import {chanceWords, liftSentence, sharingWords, verdictWords} from './words.ts';

const isCalled =
	(name: string) =>
	({title, ratingKey}: CollectionLift): boolean =>
		comparable(title) === comparable(name) || ratingKey === name;

/** The answer, with the collections of a name alone where one is given. */
const narrowed = (answer: LiftAnswer, name: string | null): LiftAnswer => {
	if (name === null) return answer;
	const collections = answer.collections.filter(isCalled(name));
	if (collections.length > 0)
		return answer.collections.length === collections.length ? answer : {...answer, collections};
	throw new AppError('not-found', `Of no collection called “${name}” was it ever recorded whether it was promoted.`, {
		hint:
			didYouMean(
				name,
				answer.collections.map(({title}) => title),
				quotes,
			) || 'tautop lift lists those that are known; tautop look records them all.',
	});
};

const togetherText = ({together}: LiftAnswer, {glyphs}: Scene): string =>
	`all together ${liftText(together, glyphs.times)}, ${verdictWords(together)}`;

/** Libraries whose rotations nobody looks at often enough. */
const looksText = ({needLooks}: LiftAnswer): string =>
	needLooks.length === 0
		? ''
		: `${needLooks.join(', ')} ${needLooks.length === 1 ? 'needs' : 'need'} a look every few hours`;

const ownerText = ({ownerKnown}: LiftAnswer): string =>
	ownerKnown ? '' : 'who owns the server is not known, so all people count alike';

const aboveRows = (answer: LiftAnswer, rows: readonly CollectionLift[], canvas: Canvas): readonly Row[] => {
	const [only] = rows;
	if (rows.length === 1 && only) return paragraphRows(sentencesOf(only), canvas);
	return [...togetherRows(answer, canvas), ...paragraphRows([looksText(answer), ownerText(answer)], canvas)];
};

/** What one number says, in whole sentences. */
const sentencesOf = (one: CollectionLift): readonly string[] => {
	if (one.reason !== null) return [];
	return [liftSentence(one), sentence(capital(verdictWords(one)), sharingWords(one))];
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Did promoting work: starts with and without it, against everything else that was watched at the same times. */
export const lift = listView<LiftAnswer, CollectionLift>({
	name: 'lift',
	title: 'Lift',
	summary: 'whether people began what was promoted more often, against all else watched then',
	takes: {subject: {usage: '[NAME]', kind: 'text'}, flags: liftFlags},
	ask: async asking => narrowed(await askLift(asking), asking.query.subject?.name ?? null),
	coverage: ({coverage}) => coverage,
	rows: ({collections}) => collections,
	key: collectionKey,
	columns: liftColumns,
	ranked: () => 'low',
	empty: (_, {commandFlags}) =>
		asTyped(
			'It is not known yet what was promoted. tautop collect reads the collections, tautop look notes what is promoted.',
			commandFlags,
		),
	note: ({days}, rows, scene) => {
		const rotation = rotationOf(scene.query);
		const during = rotation === null ? '' : `promoted in rotation ${rotation}, `;
		return `${plural(rows.length, 'collection', 'collections', scene.glyphs)}, ${during}${windowWords({days}, scene)}`;
	},
	legend: chanceWords,
	above: (answer, rows, canvas) => aboveRows(answer, rows, canvas),
	ruled: true,
	below: (one, _, canvas, room) => {
		const rows = paragraphRows(sentencesOf(one), canvas);
		return rows.length === 0 || rows.length >= room ? [] : [[], ...rows];
	},
	enter: ({ratingKey, title}) => ({view: 'collection', subject: {id: ratingKey, name: shownTitle(title)}}),
	lead: (answer, rows, scene) => {
		const head = `${plural(rows.length, 'collection', 'collections', scene.glyphs)} in ${windowWords({days: answer.days}, scene)}`;
		const rest = [looksText(answer), ownerText(answer), chanceWords(rows)].filter(Boolean);
		return [head, togetherText(answer, scene), ...rest].map(part => sentence(part)).join(' ');
	},
	speak: (one, {glyphs}) =>
		sentence(
			shownTitle(one.title),
			liftText(one, glyphs.times),
			one.reason === null ? verdictWords(one) : '',
			sharingWords(one),
		),
	line: (answer, rows, scene) => {
		const [first] = rows;
		if (!first) return {body: [{text: 'never recorded what is promoted'}], note: ''};
		const text = `${shownTitle(first.title)} ${liftText(first, scene.glyphs.times)}`;
		return {body: [{text}], note: `together ${liftText(answer.together, scene.glyphs.times)}`};
	},
	beside: answer => ({
		days: answer.days,
		from: Math.floor(answer.from),
		to: Math.floor(answer.to),
		zone: answer.zone,
		owner_known: answer.ownerKnown,
		together: numbersJson(answer.together),
		rows: answer.rows.map(({rows, ...numbers}) => ({rows, ...numbersJson(numbers)})),
		high_against_low: numbersJson(answer.highAgainstLow),
		by_chance: answer.byChance,
	}),
	jsonName: 'collections',
	json: one => ({
		collection: one.title,
		plex_library: one.libraryName,
		rating_key: keyValue(one.ratingKey),
		...liftJson(one),
		places: {
			home: liftJson(one.places.home),
			shared: liftJson(one.places.shared),
			recommended: liftJson(one.places.recommended),
		},
	}),
});
