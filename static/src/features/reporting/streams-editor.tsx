import Button from '@atlaskit/button/default/button';
import Select from '@atlaskit/select/select';
import Textfield from '@atlaskit/textfield';
import { FieldGroup, LabelledField, PartError } from '../../shared/field';
import { t } from '../../shared/i18n';
import { PersonPicker } from '../../shared/person-picker';
import type { Part } from '../settings/part';
import { changedRow, type Row, withoutRow, withRow } from '../settings/rows';
import { freshStreamId, type StreamInput } from './reporting-form';
import { selectWords } from '../../shared/select-words';

type Stream = StreamInput & Row;

/** The parts of the work that somebody answers for. */
export function StreamsEditor(props: {
  readonly streams: readonly Stream[];
  readonly onChange: (streams: readonly Stream[]) => void;
}) {
  const { streams, onChange } = props;
  const add = () =>
    onChange(
      withRow<StreamInput>(streams, {
        id: freshStreamId(streams),
        name: '',
        lead: null,
        kind: 'component',
        query: '',
      }),
    );
  return (
    <FieldGroup path="workstreams" legend={t('reporting.streams.legend')} help={t('reporting.streams.help')}>
      {streams.length === 0 && <p className="dk-subtle">{t('reporting.streams.none')}</p>}
      {streams.map((stream, index) => (
        <StreamFields
          key={stream.row}
          path={`workstreams.${index}`}
          number={index + 1}
          input={stream}
          onChange={(change) => onChange(changedRow(streams, stream.row, change))}
          onRemove={() => onChange(withoutRow(streams, stream.row))}
        />
      ))}
      <div className="dk-row">
        <Button spacing="compact" onClick={add}>
          {t('reporting.streams.add')}
        </Button>
      </div>
    </FieldGroup>
  );
}

const KINDS = ['component', 'jql'] as const satisfies readonly StreamInput['kind'][];

function StreamFields(
  props: Part<Stream> & { readonly path: string; readonly number: number; readonly onRemove: () => void },
) {
  const { path, number, input, onChange } = props;
  const kinds = KINDS.map((value) => ({ value, label: t(`reporting.streams.kinds.${value}`) }));
  return (
    <fieldset className="dk-group">
      <legend>{t('reporting.streams.number', { number })}</legend>
      <LabelledField path={`${path}.name`} label={t('reporting.streams.name')}>
        {(control) => (
          <Textfield
            {...control}
            maxLength={100}
            value={input.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <LabelledField path={`${path}.leadId`} label={t('reporting.streams.lead')}>
        {({ id, isInvalid, ...control }) => (
          <PersonPicker
            id={id}
            invalid={isInvalid}
            describedBy={control['aria-describedby']}
            value={input.lead}
            onChange={(lead) => onChange({ lead })}
          />
        )}
      </LabelledField>
      <LabelledField path={`${path}.kind`} label={t('reporting.streams.kind')}>
        {({ id }) => (
          <Select
            {...selectWords()}
            inputId={id}
            options={kinds}
            value={kinds.find(({ value }) => value === input.kind) ?? null}
            onChange={(option) => onChange({ kind: option?.value ?? 'component' })}
            menuPosition="fixed"
            menuPlacement="auto"
          />
        )}
      </LabelledField>
      <LabelledField path={`${path}.scope`} label={t(`reporting.streams.query.${input.kind}`)}>
        {(control) => (
          <Textfield
            {...control}
            maxLength={2_000}
            value={input.query}
            onChange={(event) => onChange({ query: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <PartError path={path} />
      <div className="dk-row">
        <Button
          appearance="subtle"
          spacing="compact"
          aria-label={t('reporting.streams.remove', { number })}
          onClick={props.onRemove}
        >
          {t('shared.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
