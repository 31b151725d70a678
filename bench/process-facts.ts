import {readdirSync, readFileSync} from 'node:fs';

/** Linux counts in hundredths of a second (USER_HZ), whatever the kernel's own tick. */
const ticksPerSecond = 100;

/** The fields of proc_pid_stat(5) from the third on: what stands before them may hold blanks. */
const statFields = (folder: string): string[] => {
	const text = readFileSync(`${folder}/stat`, 'utf8');
	return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** User and system time of a process or of one of its threads, in seconds. */
export const cpuSeconds = (folder: string): number => {
	const fields = statFields(folder);
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
};

const parentOf = (pid: number): number => {
	try {
		return Number(statFields(`/proc/${pid}`)[1]);
	} catch {
		// It has ended meanwhile.
		return 0;
	}
};

/** A program with all that it has started: the dashboard, its engine, its guard. */
const familyOf = (pid: number): number[] => {
	const parents = readdirSync('/proc')
		.filter(name => /^\d+$/.test(name))
		.map(name => [Number(name), parentOf(Number(name))] as const);
	const family = [pid];
	for (const member of family)
		family.push(...parents.filter(([, parent]) => parent === member).map(([child]) => child));
	return family;
};

/** User and system time of a program's processes together. */
export const familyCpuSeconds = (pid: number): number =>
	familyOf(pid).reduce((sum, member) => sum + cpuSeconds(`/proc/${member}`), 0);

const field = (pid: number, file: 'status' | 'smaps_rollup', name: 'VmHWM' | 'Pss'): number => {
	const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1];
	return Number(found) / 1024;
};

/** What a program's processes hold in memory now: what they share counts once (PSS). */
export const familyMegabytes = (pid: number): number =>
	familyOf(pid).reduce((sum, member) => sum + field(member, 'smaps_rollup', 'Pss'), 0);

/** The most that one process ever held. */
export const peakMegabytes = (pid: number): number => field(pid, 'status', 'VmHWM');
