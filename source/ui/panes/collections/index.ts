import type {Pane} from '../../components/pane.ts';
import {type CollectionsData, loadCollections} from './data.ts';
import {collectionsBrief, collectionsModel} from './model.ts';

/** Which collections earn their place. Zoomed: the selected one with its trend. */
export const collections: Pane<CollectionsData> = {
	digit: '5',
	title: 'Collections',
	short: 'Collections',
	rhythm: 'stored',
	uses: ['days', 'yAxis', 'mediaType', 'zoomed', 'selected'],
	load: loadCollections,
	model: collectionsModel,
	brief: collectionsBrief,
};
