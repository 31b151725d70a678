import {type Notice, noticeText} from '../../domain/notices.ts';
import type {Scene} from './scene.ts';
import {personName} from './words.ts';

/** The words of a notice, with whoever stands in it called as the configuration has it. */
export const noticeWords = (notice: Notice, names: Scene['names']): string => {
	const {who} = notice;
	const text = noticeText(notice);
	return who === null || who === '' || names === 'full' ? text : text.replaceAll(who, () => personName(who, names));
};
