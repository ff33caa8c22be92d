import { failure, send } from '../../api/client';
import { safeName, saveAs } from '../../explore/menus/downloads';

/** The dashboard as the server draws it, with the tabs that are open. */
export async function downloadDashboard(
  id: number,
  title: string,
  format: 'pdf' | 'png',
  tabs: readonly string[],
): Promise<void> {
  const query = new URLSearchParams({
    format,
    theme: document.documentElement.dataset['theme'] ?? 'light',
    scale: '2',
  });
  if (tabs.length > 0) query.set('tabs', tabs.join(','));
  const response = await send(`/api/v1/dashboard/${id}/screenshot/current/?${query.toString()}`, { accept: '*/*' });
  if (!response.ok) throw await failure(response);
  saveAs(await response.blob(), `${safeName(title)}.${format}`);
}
