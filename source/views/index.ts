import {runs} from './runs.ts';
import type {View} from './view.ts';

/** Every view, in the order of the help and of the list of views. A new one is a file here and a line in this list. */
export const views: readonly View[] = [runs];

/** The view of a name; null: there is none. */
export const findView = (name: string): View | null => views.find(view => view.name === name) ?? null;
