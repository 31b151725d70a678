/** A pipe of Windows is in no folder: it goes with its process, and nobody else can have its name until then. */
export const isPipe = (socket: string): boolean => socket.startsWith('\\\\.\\pipe\\');
