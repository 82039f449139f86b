import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { call } from '../../api/call';
import { admin } from '../../api/contract';
import { openModule } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { type Option, type Searched, SearchOne } from '../../shared/search-select';
import { Toned } from '../../shared/tone';
import { askToLeave } from '../../shared/unsaved';
import { useAction } from '../../shared/use-action';
import { useFormat } from '../../shared/viewer';
import type { Health } from './admin-page';

type Guide = Health['guide'];
type Step = Guide['done'][number];

const STEPS = ['installed', 'defaults', 'project', 'policy', 'preview', 'on', 'run', 'week'] as const;

const PROJECTS: Searched = {
  what: 'project',
  find: async (query) => {
    const { projects } = await call(admin.projects, { query });
    return projects.map(({ id, key, name }) => ({
      value: id,
      label: t('admin.projects.named', { name, key }),
    }));
  },
};

/** The way from installation to the first real week: what is so is ticked, and each step has one button. */
export function GuidePanel(props: {
  readonly guide: Guide;
  readonly onHide: () => void;
  readonly onDefaults: () => void;
  readonly onChanged: () => Promise<void>;
}) {
  const { guide } = props;
  const format = useFormat();
  const done = new Set(guide.done);
  const next = STEPS.find((step) => !done.has(step));
  return (
    <section className="dk-section dk-stack" aria-labelledby="guide-title">
      <div className="dk-spread">
        <div>
          <h2 id="guide-title">{t('admin.guide.title')}</h2>
          <p className="dk-subtle">
            {t('admin.guide.intro')}{' '}
            {t('admin.guide.progress', {
              done: format.number(done.size),
              all: format.number(STEPS.length),
            })}
          </p>
        </div>
        <Button appearance="subtle" onClick={props.onHide}>
          {t('admin.guide.hide')}
        </Button>
      </div>
      <ol className="dk-steps">
        {STEPS.map((step) => (
          <li key={step} {...(step === next && { 'aria-current': 'step' as const })}>
            <Toned tone={done.has(step) ? 'success' : step === next ? 'progress' : 'neutral'}>
              {done.has(step) ? t('admin.guide.done') : t('admin.guide.open')}
            </Toned>
            <div>
              <h3>{t(`admin.guide.steps.${step}.title`)}</h3>
              <p className="dk-subtle">{t(`admin.guide.steps.${step}.text`)}</p>
              {step === 'project' && <Chosen project={guide.project} />}
              {step === 'week' && <Week guide={guide} isOver={done.has('week')} />}
              {step === next && <StepButton step={step} {...props} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Chosen({ project }: Pick<Guide, 'project'>) {
  if (project?.key == null || project.name === null) return null;
  return <p>{t('admin.guide.chosen', { name: project.name, key: project.key })}</p>;
}

function Week({ guide: { week }, isOver }: { readonly guide: Guide; readonly isOver: boolean }) {
  if (week === null) return null;
  const { sent, withdrawn, withheld } = week;
  const values = { sent, withdrawn, withheld };
  return <p>{isOver ? t('admin.guide.weekDone', values) : t('admin.guide.weekSoFar', values)}</p>;
}

/** Where the next step is taken. */
function StepButton(props: {
  readonly step: Step;
  readonly guide: Guide;
  readonly onDefaults: () => void;
  readonly onChanged: () => Promise<void>;
}) {
  const { step, guide } = props;
  if (step === 'installed') return null;
  if (step === 'project') return <ChooseProject onChosen={props.onChanged} />;
  const open = () => {
    if (step === 'defaults') return props.onDefaults();
    const key = guide.project?.key ?? null;
    if (key !== null) askToLeave(() => void openModule(...PLACE_OF[step](key)), 'page');
  };
  return (
    <Button appearance="primary" onClick={open}>
      {t(`admin.guide.steps.${step}.button`)}
    </Button>
  );
}

type Module = readonly [moduleKey: string, projectKey: string, path: string];
const settingsOf = (key: string): Module => ['project-settings', key, ''];
const messagesOf = (key: string): Module => ['project-page', key, '/messages'];

const PLACE_OF: Readonly<Record<'policy' | 'preview' | 'on' | 'run' | 'week', (key: string) => Module>> = {
  policy: settingsOf,
  preview: (key) => ['project-page', key, '/messages/planned'],
  on: settingsOf,
  run: messagesOf,
  week: messagesOf,
};

function ChooseProject(props: { readonly onChosen: () => Promise<void> }) {
  const [chosen, setChosen] = useState<Option | null>(null);
  const action = useAction();
  const choose = () =>
    action.run('choose', async () => {
      if (chosen === null) return;
      await call(admin.chooseProject, { projectId: chosen.value });
      await props.onChosen();
    });
  return (
    <div className="dk-form dk-narrow">
      {action.problem && <Failure title={t('admin.project.failed')} problem={action.problem} />}
      <SearchOne
        id="guide-project"
        label={t('admin.guide.choose')}
        invalid={false}
        of={PROJECTS}
        value={chosen}
        onChange={setChosen}
      />
      <CallButton
        appearance="primary"
        isDisabled={chosen === null}
        isLoading={action.running !== null}
        onClick={() => void choose()}
      >
        {t('admin.guide.steps.project.button')}
      </CallButton>
    </div>
  );
}
