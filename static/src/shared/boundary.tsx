import { Component, type ReactNode } from 'react';
import { t } from './i18n';
import { Failure } from './failure';
import { toProblem } from './use-reading';

/** A crash while drawing ends in words and a way on, never in a blank frame. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    const restart = () => this.setState({ error: null });
    return <Failure title={t('shared.crashed')} problem={toProblem(this.state.error)} onRetry={restart} />;
  }
}
