import {execFileSync} from 'node:child_process';

/** The processes whose parent this is, by what `ps` calls them. */
const childrenOf = (pid: number): Array<{pid: number; args: string}> =>
	execFileSync('ps', ['-eo', 'ppid=,pid=,stat=,args='], {encoding: 'utf8'})
		.split('\n')
		.flatMap(line => {
			const [, parent, child, state, args] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
			return Number(parent) === pid && !state?.startsWith('Z') ? [{pid: Number(child), args: args ?? ''}] : [];
		});

/** The engine of a dashboard. */
export const engineOf = (dashboard: number): number => {
	const found = childrenOf(dashboard).find(({args}) => args.startsWith('tautop engine'));
	if (!found) throw new Error(`process ${dashboard} has no engine`);
	return found.pid;
};

/** What joins a dashboard to the engine that another one has started; null: it has an engine of its own. */
export const relayOf = (dashboard: number): number | null =>
	childrenOf(dashboard).find(({args}) => args.startsWith('tautop relay'))?.pid ?? null;

/** The guard of a dashboard's terminal. */
export const guardOf = (dashboard: number): number => {
	const found = childrenOf(dashboard).find(({args}) => args.includes('guard.sh'));
	if (!found) throw new Error(`process ${dashboard} has no guard`);
	return found.pid;
};

/** What `ps` calls the state of a process; empty where there is none. */
const stateOf = (pid: number): string => {
	try {
		return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], {encoding: 'utf8'});
	} catch {
		return '';
	}
};

/** True while the process runs; one that only waits to be buried does not. */
export const isRunning = (pid: number): boolean => /^[^Z]/.test(stateOf(pid));

/** True while the process is stopped, as by Ctrl-Z. */
export const isStopped = (pid: number): boolean => stateOf(pid).startsWith('T');
