import type {Days, WindowTotal} from '../domain/period.ts';
import type {Call} from './call.ts';
import {readWindows} from './windows.ts';

/** Plays and seconds of one library. A library that is not known has zeros. */
export const getLibraryStats = (
	call: Call,
	sectionId: string,
	days: readonly Days[],
	signal?: AbortSignal,
): Promise<WindowTotal[]> => readWindows(call, 'get_library_watch_time_stats', {section_id: sectionId}, days, {signal});
