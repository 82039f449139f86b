import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import type { RegisterView } from '../../../api/contract';
import { ChoiceGroup } from '../../../shared/choice-group';
import { BareField, FieldGroup } from '../../../shared/field';
import { inSentence, t } from '../../../shared/i18n';
import { NumberField } from '../../settings/number-field';
import type { Part } from '../../settings/part';
import { changedRow, withoutRow, withRow } from '../../settings/rows';
import { BandsEditor } from './bands-editor';
import { figuresOf, type Axis, type RegisterInput, type Step } from './register-input';
import { RecordsEffect } from './records-effect';
import { ScoreGrid } from './score-grid';

interface Props extends Part<RegisterInput> {
  readonly register: RegisterView;
}

/** Scales, the score that they give, its bands, and the map that comes of it. */
export function RatingSection({ register, input, onChange }: Props) {
  const words = register.axes ?? { probability: '', impact: '' };
  return (
    <section className="dk-section">
      <h2>{t('registers.settings.scales.title')}</h2>
      <p className="dk-subtle">{t('registers.settings.scales.help')}</p>
      <div className="dk-halves">
        {(['probability', 'impact'] as const).map((axis) => (
          <Scale
            key={axis}
            axis={axis}
            word={words[axis]}
            steps={input[axis]}
            figures={input.method === 'numeric' ? figuresOf(input, axis) : null}
            onSteps={(steps) => onChange({ [axis]: steps })}
            onFigures={(figures) => onChange({ figures: { ...input.figures, [axis]: figures } })}
          />
        ))}
      </div>
      <ChoiceGroup
        path="rule"
        legend={t('registers.settings.rule.legend')}
        options={{
          product: t('registers.settings.rule.methods.product'),
          numeric: t('registers.settings.rule.methods.numeric'),
          matrix: t('registers.settings.rule.methods.matrix'),
        }}
        value={input.method}
        onChange={(method) => onChange({ method })}
      />
      <BandsEditor
        bands={input.bands}
        asksReviews={register.reviewField !== null}
        onChange={(bands) => onChange({ bands })}
      />
      <NumberField
        path="appetite"
        label={t('registers.settings.appetite.label')}
        help={t('registers.settings.appetite.help')}
        value={input.appetite}
        onChange={(appetite) => onChange({ appetite })}
      />
      <ScoreGrid axes={words} input={input} onChange={onChange} />
      <RecordsEffect register={register} input={input} />
    </section>
  );
}

function Scale(props: {
  readonly axis: Axis;
  readonly word: string;
  readonly steps: readonly Step[];
  readonly figures: readonly string[] | null;
  readonly onSteps: (steps: readonly Step[]) => void;
  readonly onFigures: (figures: readonly string[]) => void;
}) {
  const { axis, word, steps, figures, onSteps } = props;
  const remove = (at: number, row: number) => {
    onSteps(withoutRow(steps, row));
    if (figures !== null) props.onFigures(figures.filter((_, index) => index !== at));
  };
  return (
    <FieldGroup path={`scales.${axis}`} legend={word}>
      {steps.map((step, at) => (
        <div key={step.row} className="dk-sentence">
          <span className="dk-sentence-word dk-step">{at + 1}</span>
          <div className="dk-sentence-wide">
            <BareField path={`scales.${axis}.${at}`}>
              {(control) => (
                <Textfield
                  {...control}
                  aria-label={t('registers.settings.scales.step', { axis: word, n: at + 1 })}
                  maxLength={40}
                  value={step.label}
                  onChange={(event) =>
                    onSteps(changedRow(steps, step.row, { label: event.currentTarget.value }))
                  }
                />
              )}
            </BareField>
          </div>
          {figures !== null && (
            <BareField path={`rule.${axis}.${at}`}>
              {(control) => (
                <Textfield
                  {...control}
                  aria-label={t('registers.settings.rule.figure', { axis: word, word: step.label })}
                  inputMode="decimal"
                  width="xsmall"
                  value={figures[at] ?? ''}
                  onChange={(event) =>
                    props.onFigures(
                      figures.map((figure, index) => (index === at ? event.currentTarget.value : figure)),
                    )
                  }
                />
              )}
            </BareField>
          )}
          <Button
            appearance="subtle"
            aria-label={t('registers.settings.scales.remove', { axis: inSentence(word), n: at + 1 })}
            onClick={() => remove(at, step.row)}
          >
            {t('shared.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button spacing="compact" onClick={() => onSteps(withRow(steps, { label: '' }))}>
          {t('registers.settings.scales.add', { axis: inSentence(word) })}
        </Button>
      </div>
    </FieldGroup>
  );
}
