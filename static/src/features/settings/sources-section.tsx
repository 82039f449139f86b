import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { ChoiceGroup } from '../../shared/choice-group';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { pageIdOf } from '../../shared/page-id';
import { TagsInput } from '../../shared/tags-input';
import type { Part } from './part';
import type { SourcesInput } from './sources-form';

/** What is followed up: issues by a query, tasks on pages, and where digests go. */
export function SourcesSection({ input, onChange }: Part<SourcesInput>) {
  const hasTasks = input.spaceKeys.length + input.pages.length > 0;
  return (
    <section className="dk-section">
      <h2>{t('settings.sources.title')}</h2>
      <p className="dk-subtle">{t('settings.sources.intro')}</p>
      <LabelledField
        path="actionQuery"
        label={t('settings.sources.query.label')}
        help={t('settings.sources.query.help')}
      >
        {(control) => (
          <Textarea
            {...control}
            isMonospaced
            minimumRows={2}
            maxLength={2000}
            resize="smart"
            value={input.actionQuery}
            onChange={(event) => onChange({ actionQuery: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <LabelledField
        path="tasks.spaceKeys"
        label={t('settings.sources.tasks.spaces')}
        help={t('settings.sources.tasks.spacesHelp')}
      >
        {(control) => (
          <TagsInput
            control={control}
            values={input.spaceKeys}
            onChange={(spaceKeys) => onChange({ spaceKeys })}
          />
        )}
      </LabelledField>
      <LabelledField
        path="tasks.pageIds"
        label={t('settings.sources.tasks.pages')}
        help={t('settings.sources.tasks.pagesHelp')}
      >
        {(control) => (
          <TagsInput
            control={control}
            values={input.pages}
            normalise={(written) => pageIdOf(written) ?? written}
            onChange={(pages) => onChange({ pages })}
          />
        )}
      </LabelledField>
      {hasTasks && (
        <ChoiceGroup
          path="tasks.chaseOn"
          legend={t('settings.sources.tasks.chaseOn')}
          help={t('settings.sources.tasks.chaseOnHelp')}
          options={{
            page: t('settings.sources.tasks.chase.page'),
            issue: t('settings.sources.tasks.chase.issue'),
          }}
          value={input.chaseOn}
          onChange={(chaseOn) => onChange({ chaseOn })}
        />
      )}
      <Digest input={input} onChange={onChange} />
    </section>
  );
}

function Digest({ input, onChange }: Part<SourcesInput>) {
  const { digest } = input;
  return (
    <>
      <ChoiceGroup
        path="digest"
        legend={t('settings.sources.digest.legend')}
        help={t('settings.sources.digest.help')}
        options={{
          none: t('settings.sources.digest.where.none'),
          issue: t('settings.sources.digest.where.issue'),
          page: t('settings.sources.digest.where.page'),
        }}
        value={digest}
        onChange={(chosen) => onChange({ digest: chosen })}
      />
      {digest !== 'none' && (
        <LabelledField path="digestTarget" label={t(`settings.sources.digest.${digest}`)}>
          {(control) => (
            <Textfield
              {...control}
              width={digest === 'issue' ? 'small' : 'xlarge'}
              value={digest === 'issue' ? input.digestIssue : input.digestPage}
              onChange={(event) =>
                onChange({ [digest === 'issue' ? 'digestIssue' : 'digestPage']: event.currentTarget.value })
              }
            />
          )}
        </LabelledField>
      )}
    </>
  );
}
