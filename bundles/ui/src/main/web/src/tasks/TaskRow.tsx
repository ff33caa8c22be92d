import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Named } from '../api/types';
import { Age } from '../ui/Age';
import { kindWords, lengthOf } from './taskWords';

export interface Task {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly priority: 'interactive' | 'scheduled' | 'background';
  readonly user: Named | null;
  readonly thing: { readonly type: string; readonly id: number; readonly name: string; readonly path: string } | null;
  readonly attempt: number;
  readonly attempts: number;
  readonly progress: number;
  readonly words: string;
  readonly node: string | null;
  readonly submitted_on: string;
  readonly started_on: string | null;
  readonly ended_on: string | null;
}

interface Props {
  readonly task: Task;
  readonly busy: boolean;
  readonly onAct: (what: 'cancel' | 'retry') => void;
}

export function TaskRow({ task, busy, onAct }: Props) {
  const { t } = useTranslation();
  const { state } = task;
  const act = state === 'waiting' || state === 'running' ? 'cancel' : state === 'done' ? undefined : 'retry';
  return (
    <tr>
      <td>
        <span title={task.kind}>{kindWords(task.kind, t)}</span>
        <span className="task-priority">{t(`tasks.priorities.${task.priority}`)}</span>
        {task.thing ? (
          <Link className="task-thing" to={task.thing.path}>
            {task.thing.name || `#${task.thing.id}`}
          </Link>
        ) : null}
      </td>
      <td>
        <span className={`task-state ${state}`}>
          {t(`tasks.states.${state}`)}
          {state === 'running' && task.progress > 0 ? ` · ${task.progress} %` : ''}
        </span>
      </td>
      <td>
        <Age iso={task.submitted_on} />
      </td>
      <td className="wide-only task-took">{lengthOf(task.started_on, task.ended_on) ?? '—'}</td>
      <td className="wide-only">{task.user ? `${task.user.first_name} ${task.user.last_name}` : t('tasks.server')}</td>
      <td className="wide-only">{task.node ?? '—'}</td>
      <td className="task-words" title={task.words}>
        {task.words}
        {task.attempt > 1 ? ` (${t('tasks.tries')}: ${task.attempt}/${task.attempts})` : ''}
      </td>
      <td className="task-act">
        {act ? (
          <button type="button" className="btn small" disabled={busy} onClick={() => onAct(act)}>
            {t(act === 'cancel' ? 'tasks.cancel' : 'tasks.retry')}
          </button>
        ) : null}
      </td>
    </tr>
  );
}
