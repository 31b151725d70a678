import {AppError, isCancelled} from '../../domain/app-error.ts';
import {collectionKey} from '../../domain/collection.ts';
import type {CollectionLift, LiftAnswer} from '../../domain/lift.ts';
import {givenNumber, type OwnFlag, rotationFlag, rotationOf} from '../plan/query.ts';
import type {Asking} from '../plan/view.ts';

/** A year has all seasons, and single collections need as long. */
const usualDays = 365;

/** What lift is asked with, wherever it is told: always the same year, whatever window stands beside it. */
export const liftFlags: readonly OwnFlag[] = [
	{
		name: 'days',
		type: 'number',
		value: 'N',
		min: 0,
		default: String(usualDays),
		summary: 'the last N days; 0 is all time',
	},
	{name: 'stated', type: 'boolean', summary: 'count promotions that somebody stated, and nobody saw'},
	rotationFlag('count promotion only while this imported rotation was on, within the days of --days'),
];

/** The lift of everything, freshly mirrored. */
export const askLift = ({sources, query, signal}: Pick<Asking, 'sources' | 'query' | 'signal'>): Promise<LiftAnswer> =>
	sources.lift(
		{
			days: givenNumber(query, 'days') ?? usualDays,
			stated: query.given?.stated === true,
			rotationId: rotationOf(query),
			fresh: true,
		},
		signal,
	);

/** Lifts by the library and key of the collection. */
export type Lifts = ReadonlyMap<string, CollectionLift>;

/** What is known of a year without asking anybody, to stand beside other numbers; while nothing is, there is none. */
export const askKnownLifts = async ({sources, signal}: Pick<Asking, 'sources' | 'signal'>): Promise<Lifts> => {
	try {
		const query = {days: usualDays, stated: false, rotationId: null, fresh: false};
		const {collections} = await sources.lift(query, signal);
		return new Map(collections.map(each => [collectionKey(each), each]));
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		return new Map();
	}
};
