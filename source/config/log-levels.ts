/** How much the log tells, the most first. In a file of its own, since the flags are known before any configuration is read. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];
