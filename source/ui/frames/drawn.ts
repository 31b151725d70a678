import {isDeepStrictEqual} from 'node:util';
import type {Canvas, Drawing} from '../../views/plan/scene.ts';
import type {Telling} from '../../views/plan/view.ts';

type Drawn = {readonly canvas: Canvas; readonly drawing: Drawing};

/** One answer is drawn at one place, and without its filter to count what that leaves. */
const keptPerTelling = 2;

const kept = new WeakMap<Telling, readonly Drawn[]>();

/**
 * What a telling draws on a canvas. Drawing is pure, so what was drawn on an equal canvas is taken: a key moves one pane, and
 * the others need not be drawn for it, nor its own twice, once for what the cursor can reach.
 */
export const drawingOf = (told: Telling, canvas: Canvas): Drawing => {
	const before = kept.get(told) ?? [];
	const same = before.find(drawn => isDeepStrictEqual(drawn.canvas, canvas));
	if (same) return same.drawing;
	const drawing = told.draw(canvas);
	kept.set(told, [{canvas, drawing}, ...before].slice(0, keptPerTelling));
	return drawing;
};
