// The server that run.mjs started.
const told = JSON.parse(process.env.KARAVEL_E2E ?? 'null');
if (!told) throw new Error('Run these tests by `node run.mjs [part of a file name]`');
export const server = { ...told, child: { pid: told.pid } };
