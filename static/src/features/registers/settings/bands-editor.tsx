import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { BareField, FieldGroup } from '../../../shared/field';
import { t } from '../../../shared/i18n';
import { NumberInSentence } from '../../settings/number-field';
import { changedRow, withoutRow, withRow, type Row } from '../../settings/rows';
import type { BandInput } from './register-input';

type Band = BandInput & Row;
const TONES = ['danger', 'warning', 'success', 'neutral'] as const satisfies readonly BandInput['tone'][];

/** The bands of the score, a sentence each: from which score, how it is called, its colour, and how often it is reviewed. */
export function BandsEditor(props: {
  readonly bands: readonly Band[];
  readonly asksReviews: boolean;
  readonly onChange: (bands: readonly Band[]) => void;
}) {
  const { bands, onChange } = props;
  return (
    <FieldGroup
      path="bands"
      legend={t('registers.settings.bands.legend')}
      help={t('registers.settings.bands.help')}
    >
      {bands.map((band, at) => (
        <BandRow
          key={band.row}
          at={at}
          band={band}
          asksReviews={props.asksReviews}
          onChange={(change) => onChange(changedRow(bands, band.row, change))}
          onRemove={() => onChange(withoutRow(bands, band.row))}
        />
      ))}
      <div>
        <Button
          spacing="compact"
          onClick={() =>
            onChange(withRow<BandInput>(bands, { from: '', label: '', tone: 'neutral', days: '' }))
          }
        >
          {t('registers.settings.bands.add')}
        </Button>
      </div>
    </FieldGroup>
  );
}

function BandRow(props: {
  readonly at: number;
  readonly band: Band;
  readonly asksReviews: boolean;
  readonly onChange: (change: Partial<Band>) => void;
  readonly onRemove: () => void;
}) {
  const { at, band, onChange } = props;
  const number = at + 1;
  const path = `bands.${at}`;
  return (
    <div className="dk-sentence">
      <span className="dk-sentence-word">{t('registers.settings.bands.fromWord')}</span>
      <NumberInSentence
        path={`${path}.from`}
        label={t('registers.settings.bands.from', { n: number })}
        value={band.from}
        onChange={(from) => onChange({ from })}
      />
      <span className="dk-sentence-word">{t('registers.settings.bands.is')}</span>
      <BareField path={`${path}.label`}>
        {(control) => (
          <Textfield
            {...control}
            aria-label={t('registers.settings.bands.label', { n: number })}
            width="small"
            maxLength={40}
            value={band.label}
            onChange={(event) => onChange({ label: event.currentTarget.value })}
          />
        )}
      </BareField>
      <span className="dk-sentence-word">{t('registers.settings.bands.in')}</span>
      <select
        className="dk-input"
        aria-label={t('registers.settings.bands.tone', { n: number })}
        value={band.tone}
        onChange={(event) => {
          const tone = TONES.find((value) => value === event.currentTarget.value);
          if (tone !== undefined) onChange({ tone });
        }}
      >
        {TONES.map((value) => (
          <option key={value} value={value}>
            {t(`registers.settings.bands.tones.${value}`)}
          </option>
        ))}
      </select>
      {props.asksReviews && (
        <>
          <span className="dk-sentence-word">{t('registers.settings.bands.reviewed')}</span>
          <NumberInSentence
            path={`cadence.${band.label.trim()}`}
            label={t('registers.settings.bands.days', { n: number })}
            value={band.days}
            onChange={(days) => onChange({ days })}
          />
          <span className="dk-sentence-word">{t('registers.settings.bands.daysWord')}</span>
        </>
      )}
      <Button
        appearance="subtle"
        aria-label={t('registers.settings.bands.remove', { n: number })}
        onClick={props.onRemove}
      >
        {t('shared.remove')}
      </Button>
    </div>
  );
}
