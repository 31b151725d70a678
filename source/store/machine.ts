import {readFileSync, readlinkSync} from 'node:fs';
import {hostname} from 'node:os';

const tried = (read: () => string): string => {
	try {
		return read().trim();
	} catch {
		return '';
	}
};

/**
 * Where process numbers mean the same processes: this start of this machine, and of its containers this one. Not of Linux:
 * the name alone.
 */
export const machine = [
	hostname(),
	tried(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
	tried(() => readlinkSync('/proc/self/ns/pid')),
].join(' ');
