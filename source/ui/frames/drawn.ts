import type {Canvas, Drawing} from '../../views/plan/scene.ts';
import type {Telling} from '../../views/plan/view.ts';
import {type Watched, watch} from './watch.ts';

type Drawn = {readonly watched: Watched; readonly drawing: Drawing};

/** One answer is drawn at one place, and without its filter to count what that leaves. */
const keptPerTelling = 2;

const kept = new WeakMap<Telling, readonly Drawn[]>();

/**
 * What a telling draws on a canvas. Drawing is pure, so what was drawn on a canvas that is equal in all that was looked at is taken: a
 * key moves one pane, and the others need not be drawn for it, nor its own twice, once for what the cursor can reach.
 */
export const drawingOf = (told: Telling, canvas: Canvas): Drawing => {
	const before = kept.get(told) ?? [];
	const same = before.find(({watched}) => watched.isSameOn(canvas));
	if (same) return same.drawing;
	const watched = watch(canvas);
	const drawing = told.draw(watched.canvas);
	kept.set(told, [{watched, drawing}, ...before].slice(0, keptPerTelling));
	return drawing;
};
