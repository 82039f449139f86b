import { Component, StrictMode, type ComponentType, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { loadTranslations } from '../api/translations';
import { openView } from '../api/view';
import { setWords, t } from './i18n';
import { Failure } from './loaded';
import { toProblem } from './use-call';
import { ViewerContext } from './viewer';

/** Of its own: where a screen does not open, its messages may be what is missing. */
const UNOPENED = {
  title: 'Docket could not open this screen',
  problem: {
    code: 'INTERNAL',
    message: 'Reload the page; if this stays, tell your Jira administrator what you see here.',
  },
} as const;

/** A crash while drawing ends in words and a way on, never in a blank frame. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
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

/** Opens the view (context, theme) and draws the screen in the page's root element. */
export async function mount(Screen: ComponentType): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no root element.');
  const root = createRoot(element);
  try {
    const viewer = await openView();
    const { locale, messages } = await loadTranslations(viewer.locale);
    setWords(locale, messages);
    document.documentElement.lang = locale;
    document.title = t('app.name');
    root.render(
      <StrictMode>
        <Boundary>
          <ViewerContext.Provider value={viewer}>
            <Screen />
          </ViewerContext.Provider>
        </Boundary>
      </StrictMode>,
    );
  } catch {
    root.render(<Failure {...UNOPENED} />);
  }
}
