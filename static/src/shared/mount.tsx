import { Component, StrictMode, type ComponentType, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { loadTranslations } from '../api/translations';
import { openView } from '../api/view';
import { setWords } from './i18n';
import { Failure } from './loaded';
import { shared } from './messages';
import { toProblem } from './use-call';
import { ViewerContext } from './viewer';

/** A crash while drawing ends in words and a way on, never in a blank frame. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    const restart = () => this.setState({ error: null });
    return <Failure title={shared.crashed} problem={toProblem(this.state.error)} onRetry={restart} />;
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
    root.render(
      <StrictMode>
        <Boundary>
          <ViewerContext.Provider value={viewer}>
            <Screen />
          </ViewerContext.Provider>
        </Boundary>
      </StrictMode>,
    );
  } catch (error) {
    root.render(<Failure title={shared.unopened} problem={toProblem(error)} />);
  }
}
