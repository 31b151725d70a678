import {readFileSync} from 'node:fs';

/** Linux counts in hundredths of a second (USER_HZ), whatever the kernel's own tick. */
const ticksPerSecond = 100;

/** User and system time of a process or of one of its threads, in seconds (proc_pid_stat(5), fields 14 and 15). */
export const cpuSeconds = (folder: string): number => {
	const text = readFileSync(`${folder}/stat`, 'utf8');
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
};

const megabytes = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
	const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(found) / 1024;
};

/** What a process holds in memory now. */
export const residentMegabytes = (pid: number): number => megabytes(pid, 'VmRSS');

/** The most that it ever held. */
export const peakMegabytes = (pid: number): number => megabytes(pid, 'VmHWM');
