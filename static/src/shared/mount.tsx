import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import SectionMessage from '@atlaskit/section-message/section-message';
import './app.css';
import { loadTranslations } from '../api/translations';
import { openView } from '../api/view';
import { Boundary } from './boundary';
import { setWords, t } from './i18n';
import { LeavingPage } from './leaving';
import { Offline } from './offline';
import { ViewerContext } from './viewer';

/** In words of its own: where a screen does not open, its messages may be what is missing. */
const Unopened = () => (
  <div role="alert">
    <SectionMessage appearance="error" title="Docket could not open this screen">
      <p>Reload the page; if this stays, tell your Jira administrator what you see here.</p>
    </SectionMessage>
  </div>
);

/** Opens the view (context, theme) and draws the screen in the page's root element. */
export async function mount(Screen: ComponentType): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no root element.');
  const root = createRoot(element);
  try {
    const viewer = await openView();
    const { locale, messages } = await loadTranslations(viewer.locale);
    setWords(locale, messages, viewer.locale);
    document.documentElement.lang = locale;
    document.title = t('app.name');
    root.render(
      <StrictMode>
        <Boundary>
          <ViewerContext.Provider value={viewer}>
            <Offline />
            <LeavingPage />
            <Screen />
          </ViewerContext.Provider>
        </Boundary>
      </StrictMode>,
    );
  } catch {
    root.render(<Unopened />);
  }
}
