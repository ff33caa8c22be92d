import { api } from './client';

/** Lets the browser store what an address gives as it comes: none of it passes through the page. */
export function follow(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  // the name is the server's; without the attribute a failure would take the place of the page
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}

/** Asks for the address of a file and follows it; whatever stands in its way is thrown. */
export async function store(path: string, question: unknown): Promise<void> {
  const { url } = await api<{ url: string }>(path, { body: question });
  follow(url);
}
