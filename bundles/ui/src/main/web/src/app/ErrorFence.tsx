import { Component, type ReactNode } from 'react';
import { FailureState } from '../ui/States';

interface Props {
  readonly children: ReactNode;
  readonly fallback?: (error: unknown, retry: () => void) => ReactNode;
}

/** Keeps a failure while drawing within its page or card. */
export class ErrorFence extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError = (error: unknown) => ({ error: error ?? new Error('unknown') });

  private readonly retry = () => this.setState({ error: undefined });

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return this.props.fallback?.(error, this.retry) ?? <FailureState error={error} onRetry={this.retry} />;
  }
}
