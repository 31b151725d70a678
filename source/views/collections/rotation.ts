import {formatWhen} from '../../canvas/clock.ts';
import type {Board} from '../../domain/board.ts';
import type {Json} from '../../export/json.ts';
import {rotationOf} from '../plan/query.ts';
import type {Scene} from '../plan/scene.ts';

/** "rotation 17 from 12 Nov 09:00"; '' where the board is not of one. */
export const rotationWords = ({rotated}: Board, {query, now, zone}: Scene): string => {
	const rotationId = rotationOf(query);
	if (rotationId === null) return '';
	return `rotation ${rotationId}${rotated ? ` from ${formatWhen(rotated.from, now, zone)}` : ''}`;
};

/** What JSON says of it. */
export const rotationJson = ({rotated}: Board, {query}: Scene): {readonly [key: string]: Json} => {
	const rotationId = rotationOf(query);
	if (rotationId === null) return {};
	const [from, to] = rotated ? [Math.floor(rotated.from), Math.floor(rotated.to)] : [null, null];
	return {rotation: {rotation_id: rotationId, from, to}};
};
