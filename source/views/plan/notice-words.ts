import {type Notice, noticeText} from '../../domain/notices.ts';
import {eventText} from './event-text.ts';
import type {Scene} from './scene.ts';

/** The words of a notice, with whoever stands in it called as the configuration has it. */
export const noticeWords = (notice: Notice, names: Scene['names']): string => {
	const {who} = notice;
	return eventText({text: noticeText(notice)}, who === null ? [] : [{name: who}], {names});
};
