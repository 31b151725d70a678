import process from 'node:process';
import {needsAscii} from '../../ui/terminal.ts';

/** True where nothing but ASCII can be relied on. */
export const isPlainTerminal = (): boolean => needsAscii(process.env, process.platform);
