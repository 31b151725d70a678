import type {Canvas} from './scene.ts';

/**
 * A scene with something else in it. Not a copy: only what is looked at is read from the scene, so that whoever drew it can tell what
 * the drawing is of (`ui/frames/watch.ts`).
 */
export const altered = <Of extends Partial<Canvas>>(scene: Of, changes: Partial<Canvas>): Of =>
	new Proxy(scene, {
		get: (target, key): unknown => Reflect.get(Object.hasOwn(changes, key) ? changes : target, key),
	});
