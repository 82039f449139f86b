import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { ChoiceGroup } from '../../shared/choice-group';
import { LabelledField } from '../../shared/field';
import { pageIdOf } from '../../shared/page-id';
import { TagsInput } from '../../shared/tags-input';
import type { Part } from './part';
import type { SourcesInput } from './sources-form';
import { text } from './sources-messages';

/** What is followed up: issues by a query, tasks on pages, and where digests go. */
export function SourcesSection({ input, onChange }: Part<SourcesInput>) {
  const hasTasks = input.spaceKeys.length + input.pages.length > 0;
  return (
    <section className="dk-section">
      <h2>{text.title}</h2>
      <p className="dk-subtle">{text.intro}</p>
      <LabelledField path="actionQuery" label={text.query.label} help={text.query.help}>
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
      <LabelledField path="tasks.spaceKeys" label={text.tasks.spaces} help={text.tasks.spacesHelp}>
        {(control) => (
          <TagsInput
            control={control}
            values={input.spaceKeys}
            onChange={(spaceKeys) => onChange({ spaceKeys })}
          />
        )}
      </LabelledField>
      <LabelledField path="tasks.pageIds" label={text.tasks.pages} help={text.tasks.pagesHelp}>
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
          legend={text.tasks.chaseOn}
          help={text.tasks.chaseOnHelp}
          options={text.tasks.chase}
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
        legend={text.digest.legend}
        help={text.digest.help}
        options={text.digest.where}
        value={digest}
        onChange={(chosen) => onChange({ digest: chosen })}
      />
      {digest !== 'none' && (
        <LabelledField path="digestTarget" label={text.digest[digest]}>
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
