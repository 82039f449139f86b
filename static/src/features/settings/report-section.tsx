import Textfield from '@atlaskit/textfield';
import { LabelledField } from '../../shared/field';
import { Switch } from '../../shared/switch';
import { text } from './messages';
import type { Part } from './part';
import type { SettingsInput } from './settings-form';

/** Whether and where a status page is published every week. */
export function ReportSection({ input, onChange }: Part<SettingsInput>) {
  return (
    <section className="dk-section">
      <h2>{text.sections.report}</h2>
      <Switch
        path="report.enabled"
        label={text.report.label}
        checked={input.reportEnabled}
        onChange={(reportEnabled) => onChange({ reportEnabled })}
      />
      <LabelledField path="report.spaceKey" label={text.report.space} help={text.report.spaceHelp}>
        {(control) => (
          <Textfield
            {...control}
            maxLength={255}
            width="medium"
            value={input.spaceKey}
            onChange={(event) => onChange({ spaceKey: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <LabelledField path="report.parentPageId" label={text.report.parent} help={text.report.parentHelp}>
        {(control) => (
          <Textfield
            {...control}
            value={input.parentPage}
            onChange={(event) => onChange({ parentPage: event.currentTarget.value })}
          />
        )}
      </LabelledField>
    </section>
  );
}
