import {AppError} from '../../domain/app-error.ts';
import type {Board, BoardQuery} from '../../domain/board.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {Rotation} from '../../domain/rotation.ts';
import {ownSnapshots, rankBoard} from '../../stats/leaderboard.ts';
import {featuredSnapshots} from '../../stats/promotion/featured.ts';
import {rotationSpan} from '../../stats/promotion/rotation-spans.ts';
import type {Store} from '../../store/open.ts';

type Stored = Pick<Store, 'snapshots' | 'rotations'>;

/** Movement compares with the snapshots of a week ago, at most ten days old. */
const movement = {from: 10 * secondsPerDay, to: 7 * secondsPerDay} as const;

const wholeBoard = ({snapshots}: Stored, query: BoardQuery, now: number): Board => {
	const newest = snapshots.newest();
	const recent = newest.some(({foreign}) => foreign) ? snapshots.newestBefore(now, now - movement.from) : [];
	const weekAgo = snapshots.newestBefore(now - movement.to, now - movement.from);
	return rankBoard({newest, own: ownSnapshots(newest, recent), weekAgo}, query);
};

const noRotation = (rotationId: number, rotations: readonly Rotation[]): AppError => {
	const numbers = rotations.map(each => each.rotationId).sort((one, two) => one - two);
	const [least, most] = [numbers[0], numbers.at(-1)];
	return new AppError('not-found', `No rotation has the number ${rotationId}.`, {
		hint:
			least === undefined
				? 'tautop import FILE takes over the rotations of homescreen-hero.'
				: `Those that were imported have the numbers ${least} to ${most}.`,
	});
};

/** So much earlier than its rotation a snapshot may be, since two clocks differ. */
const clockSeconds = 3600;

/** Numbers begin anew, so of several rotations the newest is meant, and snapshots from before it are of another one. */
const rotationBoard = ({snapshots, rotations}: Stored, rotationId: number, query: BoardQuery): Board => {
	const imported = rotations.list();
	const rotation = imported.findLast(each => each.rotationId === rotationId);
	const taken = rotations.snapshots(rotationId, rotation ? rotation.createdAt - clockSeconds : 0);
	if (!rotation && taken.length === 0) throw noRotation(rotationId, imported);
	const newest = featuredSnapshots(taken, snapshots.newest(), rotation?.featured ?? []);
	const board = rankBoard({newest, own: [], weekAgo: []}, query);
	return {...board, rotated: rotationSpan(imported, rotationId)};
};

/** The leaderboard, or that of one rotation. Throws `not-found` for a rotation that nobody knows. */
export const answerBoard = (store: Stored, query: BoardQuery, now: number): Board =>
	query.rotationId === undefined ? wholeBoard(store, query, now) : rotationBoard(store, query.rotationId, query);
