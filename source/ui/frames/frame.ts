import {standingWarnings} from '../../domain/settings.ts';
import type {Frame, WindowClass} from '../components/pane.ts';
import type {Form, Slot} from '../layout.ts';
import type {PaneId} from '../panes/index.ts';
import {clockOf, databaseOf, liveOf, type View} from '../view.ts';

/** Cells that the frame takes of a pane's width and height, and how far in its inside begins. */
export const insets: Readonly<Record<Form, {width: number; height: number; at: number}>> = {
	box: {width: 4, height: 2, at: 2},
	rule: {width: 0, height: 1, at: 0},
	line: {width: 0, height: 0, at: 0},
};

/** How many sentences stand under `d` until something is mended. */
const standingCount = (view: View): number => {
	const {settings, odd} = view.state;
	const ofFiles = settings ? standingWarnings(settings).length : 0;
	return ofFiles + (databaseOf(view)?.warnings.length ?? 0) + odd.length;
};

/** What a pane's model is told of the screen. */
export const frameOf = (id: PaneId, slot: Slot, height: number, windowClass: WindowClass, view: View): Frame => {
	const {state, glyphs, now, zone} = view;
	const inset = insets[slot.form];
	return {
		width: Math.max(1, slot.width - inset.width),
		height: Math.max(0, height - inset.height),
		windowClass,
		zoomed: state.zoomed && state.focus === id,
		focused: state.focus === id,
		selection: state.selections[id] ?? null,
		sort: state.sort,
		homeOnly: state.homeOnly,
		mediaType: state.mediaType,
		names: state.settings?.names ?? 'full',
		now,
		zone,
		graphZone: state.settings?.timezone ?? null,
		glyphs,
		live: liveOf(view),
		servers: view.servers,
		standing: {
			warnings: standingCount(view),
			unverifiedTls: state.settings?.unverifiedTls ?? false,
			clock: clockOf(view),
		},
	};
};
