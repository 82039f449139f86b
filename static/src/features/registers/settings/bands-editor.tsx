import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { BareField, FieldGroup } from '../../../shared/field';
import { shared } from '../../../shared/messages';
import { NumberInSentence } from '../../settings/number-field';
import { changedRow, withoutRow, withRow, type Row } from '../../settings/rows';
import { text } from './messages';
import type { BandInput } from './register-input';

type Band = BandInput & Row;
const TONES = Object.entries(text.bands.tones) as [BandInput['tone'], string][];

/** The bands of the score, a sentence each: from which score, how it is called, its colour, and how often it is reviewed. */
export function BandsEditor(props: {
  readonly bands: readonly Band[];
  readonly asksReviews: boolean;
  readonly onChange: (bands: readonly Band[]) => void;
}) {
  const { bands, onChange } = props;
  return (
    <FieldGroup path="bands" legend={text.bands.legend} help={text.bands.help}>
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
          {text.bands.add}
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
      <span className="dk-sentence-word">{text.bands.fromWord}</span>
      <NumberInSentence
        path={`${path}.from`}
        label={text.bands.from(number)}
        value={band.from}
        onChange={(from) => onChange({ from })}
      />
      <span className="dk-sentence-word">{text.bands.is}</span>
      <BareField path={`${path}.label`}>
        {(control) => (
          <Textfield
            {...control}
            aria-label={text.bands.label(number)}
            width="small"
            maxLength={40}
            value={band.label}
            onChange={(event) => onChange({ label: event.currentTarget.value })}
          />
        )}
      </BareField>
      <span className="dk-sentence-word">{text.bands.in}</span>
      <select
        className="dk-input"
        aria-label={text.bands.tone(number)}
        value={band.tone}
        onChange={(event) => {
          const tone = TONES.find(([value]) => value === event.currentTarget.value)?.[0];
          if (tone !== undefined) onChange({ tone });
        }}
      >
        {TONES.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {props.asksReviews && (
        <>
          <span className="dk-sentence-word">{text.bands.reviewed}</span>
          <NumberInSentence
            path={`cadence.${band.label.trim()}`}
            label={text.bands.days(number)}
            value={band.days}
            onChange={(days) => onChange({ days })}
          />
          <span className="dk-sentence-word">{text.bands.daysWord}</span>
        </>
      )}
      <Button appearance="subtle" aria-label={text.bands.remove(number)} onClick={props.onRemove}>
        {shared.remove}
      </Button>
    </div>
  );
}
