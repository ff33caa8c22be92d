/** Where to go after signing in: a path of this server, never another host. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !next.startsWith('/') || /^[/\\]{2}|\\|[\u0000-\u001f]/.test(next)) return '/welcome/';
  if (next === '/' || next.startsWith('/login') || next.startsWith('/logout')) return '/welcome/';
  return next;
}
